package dev.roundtable.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.Corpus;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.Message;
import dev.roundtable.chat.Speaker;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.VoteGrid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever models and people write, it mentions nobody, hides nothing and breaks no message. */
class HostileTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DebateId DEBATE = new DebateId("debate-1");
  private static final Venue VENUE =
      new Venue("slack", "T1", "C1", null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
  // What Slack reads as a mention, a command or a link of its own.
  private static final Pattern TOKEN = Pattern.compile("<[@#!a-zA-Z]");
  private static final Pattern DATE = Pattern.compile("<!date\\^\\d+\\^[^|>]*\\|[^<>]*>");
  private static final List<String> PARTS =
      List.of(
          "<!channel>",
          "<!here|here>",
          "<!everyone>",
          "<@UBOT>",
          "<@U123|boss>",
          "<#C1|general>",
          "<!subteam^S1|@team>",
          "<https://evil.example|https://good.example>",
          "[good](https://evil.example)",
          "[x](javascript:alert(1))",
          "![pixel](https://evil.example/p.gif)",
          "@channel",
          "&lt;!channel&gt;",
          "&amp;lt;!here&amp;gt;",
          "*bold* _it_ ~gone~ `code`",
          "**",
          "__",
          "``",
          "```\nfence\n```",
          "````",
          "```",
          "> quote",
          "# heading",
          "- item",
          "1. one",
          "| a | b |\n|---|---|",
          "---",
          "===",
          "\\",
          "\\<!channel\\>",
          "\u202Eevil\u202C",
          "\u2066x\u2069",
          "\u200b",
          "\u0000\u0007\u001b[31m",
          "\uFEFF",
          "\uD83D",
          "\uDC00",
          "👩‍👩‍👧‍👦",
          "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
          "\u2028",
          "\r\n",
          "\n\n\n",
          "\t",
          "العربية",
          "漢字",
          ":smile:",
          "<",
          ">",
          "&",
          "\"}],\"blocks\":[]",
          "{\"type\":\"actions\"}",
          "</script>",
          "http://169.254.169.254/",
          "mailto:a@b.c",
          "tel:1",
          "<mailto:a@b.c|x>",
          "x".repeat(4_000),
          "&".repeat(4_000),
          "<".repeat(2_000),
          "*".repeat(3_100),
          "\\".repeat(3_050),
          "`".repeat(3_001),
          "word ".repeat(3_000),
          "```\n" + "line of code\n".repeat(600) + "```",
          "- item\n".repeat(900),
          "> ".repeat(700) + "deep");

  /** What every sink is tried with, each part alone, then mixtures of them. */
  static List<String> corpus() {
    var corpus = new ArrayList<>(Corpus.hostile());
    int own = corpus.size();
    corpus.addAll(PARTS);
    var random = new Random(6);
    while (corpus.size() < own + 400) {
      var mixed = new StringBuilder();
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        mixed.append(PARTS.get(random.nextInt(PARTS.size())));
        mixed.append(List.of("", " ", "\n", "\n\n").get(random.nextInt(4)));
      }
      corpus.add(mixed.toString());
    }
    return corpus;
  }

  @Test
  void plainWordsStayWhatTheyAre() {
    for (var text : corpus()) {
      var visible = VisibleText.of(text);
      var shown = SlackText.mrkdwn(text);
      assertThat(TOKEN.matcher(shown).find()).isFalse();
      assertThat(SlackMentions.read(shown, id -> id)).isEqualTo(visible);
    }
  }

  @Test
  void whatACutLeavesEndsWithNoHalfEntityAndFits() {
    for (var text : corpus()) {
      for (int most : List.of(10, 75, 150, 3000, 4000)) {
        var cut = SlackText.cut(SlackText.mrkdwn(text), most);
        assertThat(cut.length()).isLessThanOrEqualTo(most);
        assertThat(cut.replaceAll("&(?:amp|lt|gt);", "")).doesNotContain("&");
        assertThat(VisibleText.of(cut)).doesNotContain("\uFFFD\uFFFD").isEqualTo(cut);
      }
    }
  }

  @Test
  void aMarkdownBlockHoldsNoTokenAndNoOpenFence() {
    for (var text : corpus()) {
      for (var blocks : List.of(List.of(Block.paragraph(text)), Transcripts.markdown(text))) {
        var markdown = SlackMarkdown.of(blocks);
        assertThat(markdown).doesNotContain("<").doesNotMatch("(?s).*[\\u0000-\\u0008\\u202E].*");
        for (var piece : SlackPieces.of(markdown, SlackLimits.MARKDOWN)) {
          assertThat(piece.length()).isLessThanOrEqualTo(SlackLimits.MARKDOWN);
          assertThat(piece.lines().filter(line -> line.strip().equals("```")).count() % 2).isZero();
          assertThat(piece.replaceAll("&(?:lt|gt);", "")).doesNotContain("&lt", "&gt");
        }
      }
    }
  }

  @Test
  void piecesTogetherSayAllThatTheWholeSaid() {
    for (var text : corpus()) {
      var markdown = SlackMarkdown.of(List.of(Block.paragraph(text)));
      var pieces = String.join("", SlackPieces.of(markdown, 500));
      assertThat(letters(pieces)).isEqualTo(letters(markdown));
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  @Test
  void everyMessageIsTakenBySlackAndPingsNobodyButTheAsker() throws Exception {
    var renderer = new SlackRenderer(true);
    for (var text : corpus()) {
      for (var message : messages(text)) {
        for (var post : renderer.render(message, VENUE)) {
          taken(JSON.readTree(post.payload()), message instanceof Message.Announcement);
        }
      }
    }
  }

  private static void taken(JsonNode payload, boolean announces) {
    for (var key : List.of("blocks", "plainBlocks")) {
      var blocks = payload.path(key);
      if (!blocks.isMissingNode()) {
        assertThat(BlockCheck.ofMessage(blocks, true)).isEmpty();
        assertThat(BlockCheck.characters(blocks)).isLessThanOrEqualTo(13_200);
        assertThat(blocks.findValuesAsText("user_id"))
            .isEqualTo(announces ? List.of("UANNA") : List.of());
        inert(blocks);
      }
    }
    assertThat(payload.path("text").asText()).isNotBlank().hasSizeLessThanOrEqualTo(4000);
    assertThat(TOKEN.matcher(payload.path("text").asText()).find()).isFalse();
    assertThat(payload.path("name").asText("x")).doesNotContain("\n").isNotBlank();
  }

  private static void inert(JsonNode node) {
    var type = node.path("type").asText();
    if (type.equals("mrkdwn") || type.equals("markdown")) {
      var text = DATE.matcher(node.path("text").asText()).replaceAll("");
      assertThat(TOKEN.matcher(text).find()).isFalse();
    }
    if (type.equals("link")) {
      assertThat(node.path("url").asText()).startsWith("http");
    }
    node.forEach(HostileTextTest::inert);
  }

  private static List<Message> messages(String text) {
    var seat = new SeatId("s1");
    var now = Instant.parse("2026-11-23T09:00:00Z");
    var visible = VisibleText.of(text);
    var line = VisibleText.line(text);
    var short1 = line.length() > 500 ? line.substring(0, line.offsetByCodePoints(0, 200)) : line;
    var count = new Block.CountLine('A', short1, 3, 0.5, "", true);
    var stop = new Control.Stop(DEBATE);
    var vote = new Message.TeamOption(new Control.TeamVote(DEBATE, 'A'), short1);
    var waiting = new Message.SeatLine(seat, short1, Message.SeatLine.Mark.WAITING, short1);
    var section =
        new Section(
            "round-1/s1",
            Section.Weight.DETAIL,
            List.of(new Span.SeatName(seat, short1), Span.plain(" · " + short1)),
            Transcripts.markdown(visible));
    var counts = new Block.Counts(List.of(count));
    var lead =
        new Section("verdict-1", Section.Weight.LEAD, List.of(Span.plain(short1)), List.of(counts));
    var read = new Control.ReadFull(DEBATE, "round-1/s1");
    return List.of(
        new Message.Card(
            visible,
            Message.Phase.RUNNING,
            short1,
            List.of(count),
            List.of(waiting),
            List.of(short1, short1),
            now,
            now,
            now,
            List.of(vote),
            List.of(stop)),
        new Message.Part("a", new Speaker(seat, short1, 3), List.of(section), List.of(read), false),
        new Message.Part("b", null, List.of(lead, section), List.of(stop), true),
        new Message.Part("verdict-1", null, List.of(lead, section), List.of(stop), true)
            .with(grid(seat, short1)),
        new Message.Announcement("c", "No: " + short1, new Person("UANNA", short1), List.of()),
        new Message.Collecting("d", "1 " + short1, List.of(stop)));
  }

  private static VoteGrid grid(SeatId seat, String text) {
    var option = new Option(new OptionId("yes"), 'A', text);
    var cells =
        List.<VoteGrid.Cell>of(
            new VoteGrid.Voted(option),
            new VoteGrid.Moved(option, option),
            new VoteGrid.Absent(text));
    return new VoteGrid(List.of(1, 2, 3), List.of(new VoteGrid.Row(seat, text, cells)));
  }

  @Test
  void incomingTextIsReadAsPeopleReadIt() {
    assertThat(
            SlackMentions.read(
                "<@U1> says &lt;b&gt; &amp; <https://a.example|a> in <#C1|general> <!here>"
                    + " <!subteam^S1|@team> <mailto:x@y.z|x@y.z>",
                id -> "Anna"))
        .isEqualTo(
            "@Anna says <b> & a (https://a.example) in #general @here @team x@y.z (mailto:x@y.z)");
    assertThat(SlackMentions.without("<@UBOT>: why?", "UBOT")).isEqualTo("why?");
    assertThat(SlackMentions.without("so <@UBOT|rt> why?", "UBOT")).isEqualTo("so why?");
    assertThat(SlackMentions.mentions("<@UBOTX>", "UBOT")).isFalse();
  }

  @Test
  void viewsTakeWhateverIsReadInThem() {
    var forms = new SlackForms(dev.roundtable.transcript.Words.in(java.util.Locale.ENGLISH));
    for (var text : corpus()) {
      var blocks = SlackBlocks.list();
      SlackRichText.of(Transcripts.markdown(text)).stream().limit(100).forEach(blocks::add);
      var section = new Section("k", Section.Weight.BODY, List.of(), Transcripts.markdown(text));
      blocks.add(SlackRichText.ofSections(List.of(section)));
      while (blocks.size() > SlackLimits.VIEW_BLOCKS) {
        blocks.remove(0);
      }
      assertThat(BlockCheck.ofView(forms.page(text, blocks))).isEmpty();
      inert(blocks);
    }
  }
}
