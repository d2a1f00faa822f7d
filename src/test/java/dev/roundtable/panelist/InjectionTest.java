package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.Corpus;
import dev.roundtable.chat.Message;
import dev.roundtable.chat.Messages;
import dev.roundtable.chat.Moments;
import dev.roundtable.chat.Renderer;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.SummaryOrigin;
import dev.roundtable.debate.Tally;
import dev.roundtable.debate.Venue;
import dev.roundtable.debate.Verdict;
import dev.roundtable.discord.DiscordRenderer;
import dev.roundtable.export.MarkdownExport;
import dev.roundtable.export.Play;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
import dev.roundtable.slack.SlackRenderer;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Attacks on models from every place that holds other people's words. The models here obey nobody,
 * as a model may or may not; what is shown is that nothing else gives an attack its way: it is
 * enclosed where models read it, and neither counts, attributes nor links anything.
 */
@Timeout(300)
class InjectionTest {
  /** Where the attack stands. */
  enum Role {
    SEAT,
    REPLY,
    QUESTION,
    OPTION,
    CONTEXT,
    SEAT_NAME,
    /** It claims another winner. */
    CHAIR,
    /** It claims what was counted, and says otherwise. */
    CHAIR_IN_WORDS
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CANARY = "ZQX";
  private static final Words WORDS = Words.in(Locale.ENGLISH);
  private static final Pattern MARK =
      Pattern.compile("start or end with (DATA-[a-z2-9]{8}) enclose");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  // What each platform would read as somebody to be called.
  private static final Pattern SLACK_CALL = Pattern.compile("<(?:[@#]|!(?!date))");
  private static final Pattern DISCORD_CALL =
      Pattern.compile("(?i)@(?:everyone|here)|(?<!\\\\)<[@#]");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void thereAreEnoughAttacks() {
    assertThat(Corpus.injections()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void noAttackCountsSpeaksForOthersOrLeavesItsBlock(Role role) throws Exception {
    int attacks = 0;
    int prompts = 0;
    for (var attack : Corpus.injections()) {
      try (var stage = new Stage(role, attack)) {
        var debate = stage.play();
        stage.assertVotes(debate);
        stage.assertShown(debate);
        prompts += stage.assertPrompts();
        attacks++;
      }
    }
    System.out.printf(
        "injection as %s: %d attacks, %d prompts, 0 got their way%n", role, attacks, prompts);
  }

  /** One debate of three seats and a chair, with the attack in one place. */
  private static final class Stage implements AutoCloseable {
    private static final ModelHttp HTTP = new ModelHttp();

    private final Role role;
    private final String attack;
    private final Question question;
    private final List<OptionId> options;
    private final FakeModels models = new FakeModels();
    private final PromptTimer timer = new PromptTimer();

    Stage(Role role, String attack) throws Exception {
      this.role = role;
      this.attack = attack + "\n" + CANARY;
      var second = role == Role.OPTION ? label(attack) : "Never";
      var labels = List.of("Today", second);
      this.question =
          new Question(
              "Shall we ship? " + (role == Role.QUESTION ? this.attack : ""),
              labels,
              role == Role.CONTEXT ? this.attack : null);
      this.options =
          BallotPaper.of(question.options()).options().stream().map(option -> option.id()).toList();
      models.answer(seen -> FakeModels.json(Wire.said(seen.format(), answer(seen))));
    }

    private static String label(String attack) {
      var points = attack.codePoints().limit(70).toArray();
      return CANARY + " " + new String(points, 0, points.length);
    }

    private String answer(FakeModels.Seen seen) {
      if (seen.model().equals("chair")) {
        return summary();
      }
      boolean attacker = role == Role.SEAT && seen.model().equals("bob");
      var ballot = WireJson.object();
      ballot.put("reasoning", attacker ? attack : "Because of " + seen.model() + ".");
      ballot.put("vote", options.get(seen.model().equals("bob") ? 1 : 0).value());
      ballot.put("seat", "ada").put("confidence", 0.5);
      return (attacker ? attack + "\n" : "") + ballot;
    }

    // A chair that was turned claims another winner.
    private String summary() {
      boolean turned = role == Role.CHAIR;
      var summary = WireJson.object();
      summary.putArray("winners").add(options.get(turned ? 1 : 0).value());
      var votes = summary.putArray("votes");
      votes.addObject().put("option", options.get(0).value()).put("count", turned ? 0 : 2);
      votes.addObject().put("option", options.get(1).value()).put("count", turned ? 3 : 1);
      boolean speaks = turned || role == Role.CHAIR_IN_WORDS;
      summary.put("summary", speaks ? attack : "Most would ship today.");
      var points = speaks ? attack : "It is quick.";
      summary.putArray("strongest").addObject().put("option", first()).put("text", points);
      summary.putArray("counterpoints").addObject().put("option", first()).put("text", points);
      summary.put("would_change", points);
      return summary.toString();
    }

    private String first() {
      return options.getFirst().value();
    }

    Debate play() throws Exception {
      var provider = new Provider(models.provider(WireFormat.CHAT_COMPLETIONS), HTTP, timer);
      var seats = new ArrayList<Seat>();
      Map<SeatId, Panelist> sitting = new LinkedHashMap<>();
      for (var id : List.of("ada", "bob", "cleo")) {
        seats.add(new Seat(id, role == Role.SEAT_NAME ? id + attack : id));
        var model = new Model(provider, model(id));
        sitting.put(new SeatId(id), new ModelPanelist(model, ShippedPrompts.read(), PATIENCE));
      }
      var chair =
          new ModelChair(
              List.of(new Model(provider, model("chair"))), ShippedPrompts.read(), PATIENCE);
      var table = new Table(new Panel("test", seats, true, false), sitting, Optional.of(chair));
      boolean discussed = role == Role.SEAT;
      var rules =
          new Rules(
              discussed ? Mode.DEBATE : Mode.POLL, 2, null, PATIENCE, PATIENCE.multipliedBy(2));
      var replies = role == Role.REPLY ? List.of(attack) : List.<String>of();
      var anna = new Person("u1", "Anna");
      var request = Play.asks(table, question, rules, anna);
      return Play.of("injection-" + attack.hashCode(), table, timer, request, replies);
    }

    private static ModelSettings model(String name) {
      return new ModelSettings(
          WireFormat.CHAT_COMPLETIONS.name(),
          name,
          Optional.empty(),
          Optional.empty(),
          ModelSettings.DEFAULT_MAX_TOKENS);
    }

    void assertVotes(Debate debate) {
      for (var ruling : debate.rulings()) {
        assertThat(ruling.verdict()).as(attack).isInstanceOf(Verdict.Majority.class);
        assertThat(ruling.verdict().winnerIfAny()).contains(options.getFirst());
        assertThat(ruling.verdict().count().tally().lines())
            .extracting(Tally.Line::votes)
            .containsExactly(2, 1);
        var summary = ruling.summary();
        assertThat(summary).isNotNull();
        if (role == Role.CHAIR) {
          assertThat(summary.origin()).isNotInstanceOf(SummaryOrigin.ByChair.class);
        }
      }
      for (var round : debate.rounds()) {
        assertThat(round.cast())
            .extracting(DebateEvent.BallotCast::ballot)
            .allSatisfy(ballot -> {
              var vote = (Ballot.Vote) ballot;
              boolean bob = vote.seat().value().equals("bob");
              assertThat(vote.option()).isEqualTo(options.get(bob ? 1 : 0));
              assertThat(vote.reasons().contains(CANARY)).isEqualTo(bob && role == Role.SEAT);
            });
      }
    }

    void assertShown(Debate debate) throws JsonProcessingException {
      var markdown = MarkdownExport.write(Transcripts.of(debate, WORDS));
      assertThat(VisibleText.of(markdown)).isEqualTo(markdown);
      var active = new ArrayList<String>();
      Parser.builder()
          .build()
          .parse(markdown)
          .accept(
              new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                  if (!link.getDestination().matches("https?://[!-~]+")) {
                    active.add(link.getDestination());
                  }
                }

                @Override
                public void visit(Image image) {
                  active.add(image.getDestination());
                }

                @Override
                public void visit(HtmlInline html) {
                  active.add(html.getLiteral());
                }

                @Override
                public void visit(HtmlBlock html) {
                  active.add(html.getLiteral());
                }
              });
      assertThat(active).as(attack).isEmpty();
      assertThat(markdown.lines().filter(line -> line.startsWith("# ")).skip(1))
          .as(attack)
          .hasSameSizeAs(debate.rulings())
          .allMatch(line -> line.matches(".*(?:Today: 2 of 3 seats|: Today 2–1 ).*"));
      assertNobodyIsCalled(debate);
    }

    private void assertNobodyIsCalled(Debate debate) throws JsonProcessingException {
      var messages = Messages.of(debate, new Moments(NOON, NOON, NOON), WORDS);
      for (var renderer : List.of(new SlackRenderer(true), new SlackRenderer(false))) {
        for (var posted : posted(messages, renderer)) {
          assertThat(markup(posted)).as(attack).doesNotContainPattern(SLACK_CALL);
        }
      }
      for (var posted : posted(messages, new DiscordRenderer())) {
        // The name of a thread, a file and what a picture shows call nobody.
        ((ObjectNode) posted).remove(List.of("thread", "file", "picture"));
        assertThat(posted.toString().replace("<@u1>", ""))
            .as(attack)
            .doesNotContainPattern(DISCORD_CALL);
      }
    }

    private static List<JsonNode> posted(List<Message> messages, Renderer renderer)
        throws JsonProcessingException {
      var posted = new ArrayList<JsonNode>();
      for (var message : messages) {
        for (var post : renderer.render(message, Venue.TERMINAL)) {
          posted.add(JSON.readTree(post.payload()));
        }
      }
      return posted;
    }

    // Plain and rich text are shown as they are.
    private static String markup(JsonNode node) {
      var type = node.path("type").asText("markdown");
      var text = new StringBuilder();
      if (type.equals("markdown") || type.equals("mrkdwn")) {
        text.append(node.path("text").asText()).append('\n');
      }
      node.forEach(child -> text.append(markup(child)));
      return text.toString();
    }

    int assertPrompts() {
      models.assertNoComplaints();
      boolean read = false;
      for (var seen : models.seen()) {
        var messages = seen.body().path("messages");
        assertThat(messages).hasSize(2);
        assertThat(messages.path(0).path("content").asText()).doesNotContain(CANARY);
        var prompt = messages.path(1).path("content").asText();
        assertThat(VisibleText.of(prompt)).isEqualTo(prompt);
        var outside = outsideOfBlocks(prompt);
        read |= !prompt.equals(prompt.replace(CANARY, ""));
        if (role == Role.OPTION) {
          assertThat(outside.lines().filter(line -> line.contains(CANARY)))
              .allMatch(line -> line.startsWith("- " + options.get(1) + ": " + CANARY));
        } else {
          assertThat(outside).as(attack).doesNotContain(CANARY);
        }
      }
      assertThat(read).as("whether a model read it").isEqualTo(reachesModels());
      return models.seen().size();
    }

    private boolean reachesModels() {
      return switch (role) {
        case SEAT, REPLY, QUESTION, OPTION, CONTEXT -> true;
        case SEAT_NAME, CHAIR, CHAIR_IN_WORDS -> false;
      };
    }

    private static String outsideOfBlocks(String prompt) {
      var found = MARK.matcher(prompt);
      assertThat(found.find()).isTrue();
      var mark = found.group(1);
      var block = "(?s)" + mark + " [^\\n]*\\n.*?\\nend " + mark;
      return prompt.replaceAll(block, "");
    }

    @Override
    public void close() {
      timer.close();
      models.close();
    }
  }
}
