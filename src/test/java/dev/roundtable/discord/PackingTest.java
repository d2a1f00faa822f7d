package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.Exhibit;
import dev.roundtable.chat.Message;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Post;
import dev.roundtable.export.MarkdownExport;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcript;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a debate has to say, its messages stay below Discord's limits with room to spare, and
 * what does not fit is in a file. Each seed is one debate's worth of words.
 */
class PackingTest {
  private static final int ROOM = 3800;
  private static final int COMPONENTS = 38;
  private static final int CONTENT = 2000;

  /** More than three messages hold, however few marks are in it. */
  private static final int MUCH = 20_000;

  private static final DebateId DEBATE = new DebateId("d".repeat(40));
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final List<String> WORDS =
      List.of(
          "yes ",
          "**no** ",
          "_perhaps_ ",
          "https://example.org/a_b ",
          "*",
          "\\",
          "`",
          "\n",
          "\n\n",
          "> ",
          "# ",
          "\uD83D\uDE00",
          "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen ",
          "<@123456789012345678> ");

  private final Random random;

  PackingTest() {
    this.random = new Random(0);
  }

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  private String words(int most) {
    var text = new StringBuilder();
    int length = random.nextInt(most + 1);
    var favourite = WORDS.get(random.nextInt(WORDS.size()));
    boolean monotonous = random.nextInt(4) == 0;
    while (text.length() < length) {
      text.append(monotonous ? favourite : WORDS.get(random.nextInt(WORDS.size())));
    }
    var cut = text.substring(0, Math.min(text.length(), most));
    return cut.isBlank() ? "x" : cut;
  }

  private Message.Card card() {
    int options = 2 + random.nextInt(Question.MAX_OPTIONS - 1);
    var letters = IntStream.range(0, options).mapToObj(i -> (char) ('A' + i)).toList();
    var labels = letters.stream().map(_ -> words(Question.MAX_LABEL_LENGTH)).toList();
    var lines = new ArrayList<Block.CountLine>();
    var team = new ArrayList<Message.TeamOption>();
    for (int i = 0; i < options; i++) {
      lines.add(new Block.CountLine(letters.get(i), labels.get(i), 7, 0.3, "1.25", i == 0));
      team.add(new Message.TeamOption(new Control.TeamVote(DEBATE, letters.get(i)), labels.get(i)));
    }
    var marks = List.of(Message.SeatLine.Mark.values());
    var phases = List.of(Message.Phase.values());
    var seats =
        IntStream.range(0, 1 + random.nextInt(60))
            .mapToObj(i -> {
              var mark = marks.get(random.nextInt(marks.size()));
              return new Message.SeatLine(new SeatId("s" + i), words(60), mark, words(500));
            })
            .toList();
    var controls =
        List.<Control>of(
            new Control.AnotherRound(DEBATE),
            new Control.TeamDecides(DEBATE),
            new Control.RunAgain(DEBATE));
    return new Message.Card(
        words(Question.MAX_LENGTH),
        phases.get(random.nextInt(phases.size())),
        words(1200),
        lines,
        seats,
        IntStream.range(0, 5).mapToObj(_ -> words(400)).toList(),
        NOON,
        NOON,
        NOON,
        team,
        controls);
  }

  private Message.Part part(boolean verdict) {
    var sections = new ArrayList<Section>();
    int many = 1 + random.nextInt(60);
    for (int i = 0; i < many; i++) {
      var weight =
          verdict && i == 0
              ? Section.Weight.LEAD
              : random.nextBoolean() ? Section.Weight.BODY : Section.Weight.DETAIL;
      var heading = List.<Span>of(Span.plain(words(300).replace("\n", " ")));
      sections.add(new Section("k" + i, weight, heading, blocks()));
    }
    var controls =
        List.<Control>of(
            new Control.AskFollowUp(DEBATE),
            new Control.MinorityView(DEBATE),
            new Control.Transcript(DEBATE),
            new Control.Delete(DEBATE));
    var page = URI.create("https://example.org/p/" + "x".repeat(random.nextInt(480)));
    var exhibit = verdict ? new Exhibit(1, page, words(1000)) : null;
    return new Message.Part("verdict-1", null, sections, controls, true, exhibit, null);
  }

  private List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    int many = random.nextInt(5);
    for (int i = 0; i < many; i++) {
      var text = words(random.nextInt(10) == 0 ? 9000 : 700);
      blocks.add(
          switch (random.nextInt(4)) {
            case 0 -> new Block.CodeBlock(text);
            case 1 -> new Block.Quotation(List.of(Block.paragraph(text)));
            case 2 ->
                new Block.ItemList(
                    random.nextBoolean(),
                    List.of(
                        Block.item(List.of(Span.plain(text))),
                        Block.item(List.of(Span.strong("so"), Span.plain(": " + text)))));
            default -> Block.paragraph(text);
          });
    }
    return blocks;
  }

  private static Venue venue(Venue.Reach reach) {
    return new Venue("discord", "1", "2", null, reach, Venue.Style.VOICES, "en");
  }

  private static List<Post> posts(Message message, Venue.Reach reach) {
    return new DiscordRenderer().render(message, venue(reach));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCardFitsAndSaysTheQuestionTheVotesAndWhatCanBePressed(long seed) {
    random.setSeed(seed);
    var card = card();
    var payload = Payload.read(posts(card, Venue.Reach.PUBLIC).getFirst().payload());
    assertFits(payload);
    var ids = payload.message().findValuesAsText("custom_id");
    card.controls().forEach(control -> assertThat(ids).contains(control.id()));
    card.team().forEach(option -> assertThat(ids).contains(option.vote().id()));
    assertThat(text(payload.message())).contains("<t:").contains(" A · ");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPartFitsInThreeMessagesAndAFileHoldsWhatDoesNot(long seed) {
    random.setSeed(seed);
    boolean verdict = seed % 2 == 0;
    var part = part(verdict);
    var posts = posts(part, Venue.Reach.PUBLIC);
    assertThat(posts).extracting(Post::key).startsWith(part.key());
    // So that whoever hides an answer may point at any of them.
    assertThat(posts.stream().skip(1).map(Post::key))
        .allMatch(key -> key.matches(Pattern.quote(part.key()) + "\\+[23]"));
    var payloads = posts.stream().map(post -> Payload.read(post.payload())).toList();
    assertThat(payloads).hasSizeBetween(1, 3);
    payloads.forEach(PackingTest::assertFits);
    var last = payloads.getLast();
    var ids = last.message().findValuesAsText("custom_id");
    part.controls().forEach(control -> assertThat(ids).contains(control.id()));
    var whole = MarkdownExport.write(new Transcript(part.sections()));
    var file = last.file();
    if (file == null) {
      assertThat(whole.length()).isLessThan(MUCH);
    } else {
      assertThat(file).isNotNull();
      assertThat(file.name()).isEqualTo("transcript.md");
      assertThat(file.text()).isEqualTo(whole);
      assertThat(last.message().toString()).contains("attachment://transcript.md");
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inADirectConversationItFitsInOne(long seed) {
    random.setSeed(seed);
    var payloads =
        posts(part(true), Venue.Reach.DIRECT).stream()
            .map(post -> Payload.read(post.payload()))
            .toList();
    assertThat(payloads).hasSize(1);
    payloads.forEach(PackingTest::assertFits);
  }

  private static void assertFits(Payload payload) {
    var files = new ArrayList<String>();
    var file = payload.file();
    if (file != null) {
      files.add(file.name());
    }
    var picture = payload.picture();
    if (picture != null) {
      files.add(picture.name());
    }
    assertFits(payload.message(), Set.copyOf(files));
    var plain = payload.plain();
    if (plain != null) {
      assertFits(plain, Set.copyOf(files));
      assertThat(plain.path("content").asText().length()).isLessThanOrEqualTo(CONTENT);
    }
  }

  private static void assertFits(ObjectNode message, Set<String> files) {
    var sent = message.deepCopy();
    sent.putObject("allowed_mentions").putArray("parse");
    assertThat(BodyCheck.message(sent, files, true)).isEmpty();
    assertThat(text(message).length()).isLessThanOrEqualTo(ROOM);
    assertThat(components(message.path("components"))).isLessThanOrEqualTo(COMPONENTS);
  }

  private static String text(JsonNode message) {
    var text = new StringBuilder();
    collect(message.path("components"), text);
    return text.toString();
  }

  private static void collect(JsonNode components, StringBuilder text) {
    for (var component : components) {
      text.append(component.path("type").asInt() == 10 ? component.path("content").asText() : "");
      collect(component.path("components"), text);
    }
  }

  private static int components(JsonNode list) {
    int many = 0;
    for (var component : list) {
      many += 1 + components(component.path("components"));
    }
    return many;
  }
}
