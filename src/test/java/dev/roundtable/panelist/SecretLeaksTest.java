package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.roundtable.chat.Message;
import dev.roundtable.chat.Messages;
import dev.roundtable.chat.Moments;
import dev.roundtable.chat.Renderer;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Post;
import dev.roundtable.discord.DiscordRenderer;
import dev.roundtable.export.CardImage;
import dev.roundtable.export.HtmlExport;
import dev.roundtable.export.Ink;
import dev.roundtable.export.JsonExport;
import dev.roundtable.export.MarkdownExport;
import dev.roundtable.export.Play;
import dev.roundtable.export.TextExport;
import dev.roundtable.metrics.Metrics;
import dev.roundtable.safety.SecretShapes;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
import dev.roundtable.slack.SlackRenderer;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.LoggerFactory;

/** Credentials that models and providers say, in everything that is stored, shown and logged. */
@Timeout(120)
@ResourceLock(Resources.SYSTEM_ERR)
class SecretLeaksTest {
  private static final Words WORDS = Words.in(Locale.ENGLISH);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Question QUESTION =
      new Question("Which log do we keep?", List.of("This", "That"), null);

  @Test
  void noCredentialThatAModelOrAProviderSaysIsKeptShownOrLogged() throws Exception {
    // The tests' own log is off.
    var logger = (Logger) LoggerFactory.getLogger("dev.roundtable");
    var level = logger.getLevel();
    logger.setLevel(Level.INFO);
    var err = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    var leaks = new ArrayList<String>();
    var secrets = SecretShapes.all();
    int sinks = 0;
    LoggerFactory.getLogger(SecretLeaksTest.class).info("somebody listens");
    try (var http = new ModelHttp();
        var metrics = new Metrics()) {
      for (var secret : secrets) {
        var debate = debate(http, metrics, secret);
        assertThat(debate.lastRuling()).isPresent();
        var written = sinks(debate);
        sinks = written.size() + 1;
        written.forEach((sink, text) -> {
          assertThat(text).as(sink).isNotBlank();
          if (text.contains(secret)) {
            leaks.add(secret + " in " + sink);
          }
        });
      }
      var scraped = metrics.scrape();
      assertThat(scraped).contains("roundtable_debates_opened", "roundtable_seat_abstentions");
      assertThat(secrets).noneMatch(scraped::contains);
    } finally {
      System.setErr(err);
      logger.setLevel(level);
    }
    assertThat(secrets).hasSizeGreaterThanOrEqualTo(40);
    assertThat(leaks).isEmpty();
    var logged = log.toString(StandardCharsets.UTF_8);
    assertThat(secrets).noneMatch(logged::contains);
    assertThat(logged)
        .contains("somebody listens")
        .doesNotContain("Which log do we keep?", "My reason is", "They agree.", "I cannot vote.");
    System.out.printf("secrets: %d shapes, %d sinks and the log, 0 leaks%n", secrets.size(), sinks);
  }

  private static Map<String, String> sinks(Debate debate) {
    var transcript = Transcripts.of(debate, WORDS);
    var at = JumpingTimer.START;
    var messages = Messages.of(debate, new Moments(at, at, at), WORDS);
    return Map.of(
        "the debate",
        debate.toString(),
        "text",
        new TextExport(80, Ink.NONE).write(transcript),
        "Markdown",
        MarkdownExport.write(transcript),
        "JSON",
        JsonExport.write(debate, WORDS),
        "a page",
        HtmlExport.write(debate, WORDS),
        "a picture",
        CardImage.altText(debate, WORDS)
            + new String(CardImage.png(debate, WORDS), StandardCharsets.ISO_8859_1),
        "Slack",
        posted(messages, new SlackRenderer(true)) + posted(messages, new SlackRenderer(false)),
        "Discord",
        posted(messages, new DiscordRenderer()));
  }

  private static String posted(List<Message> messages, Renderer renderer) {
    return messages.stream()
        .flatMap(message -> renderer.render(message, Venue.TERMINAL).stream())
        .map(Post::payload)
        .collect(Collectors.joining("\n"));
  }

  private static Debate debate(ModelHttp http, Metrics metrics, String secret) throws Exception {
    try (var models = new FakeModels();
        var timer = new PromptTimer()) {
      models.answer(seen -> answer(seen, secret));
      var settings = models.provider(WireFormat.CHAT_COMPLETIONS);
      var provider = new Provider(settings, http, timer, new FairGate(100), metrics);
      var seats = new ArrayList<Seat>();
      Map<SeatId, Panelist> sitting = new LinkedHashMap<>();
      for (var id : List.of("ada", "bob", "cleo", "eve")) {
        seats.add(new Seat(id, id));
        var panelist = new ModelPanelist(model(provider, id), ShippedPrompts.read(), PATIENCE);
        sitting.put(new SeatId(id), panelist);
      }
      var chair =
          new ModelChair(List.of(model(provider, "chair")), ShippedPrompts.read(), PATIENCE);
      var table = new Table(new Panel("test", seats, true, false), sitting, Optional.of(chair));
      return Play.of(table, timer, QUESTION, Rules.DEFAULT.withRounds(1), metrics);
    }
  }

  private static Model model(Provider provider, String name) {
    return new Model(
        provider,
        new ModelSettings(
            WireFormat.CHAT_COMPLETIONS.name(),
            name,
            Optional.empty(),
            Optional.empty(),
            ModelSettings.DEFAULT_MAX_TOKENS));
  }

  private static MockResponse answer(FakeModels.Seen seen, String secret) {
    return switch (seen.model()) {
      case "bob" -> new MockResponse.Builder().code(400).body("bad key " + secret).build();
      case "eve" -> said(seen, "I cannot vote. " + secret);
      case "chair" -> said(seen, summary(secret));
      default -> {
        var ballot = WireJson.object();
        ballot
            .put("reasoning", "My reason is\n" + secret)
            .put("vote", "this")
            .put("because", secret);
        yield said(seen, ballot.toString());
      }
    };
  }

  private static MockResponse said(FakeModels.Seen seen, String text) {
    return FakeModels.json(Wire.said(seen.format(), text));
  }

  private static String summary(String secret) {
    var summary = WireJson.object();
    summary.putArray("winners").add("this");
    var votes = summary.putArray("votes");
    votes.addObject().put("option", "this").put("count", 2);
    votes.addObject().put("option", "that").put("count", 0);
    summary.put("summary", "They agree.\n" + secret).put("would_change", secret);
    summary.putArray("strongest").addObject().put("option", "this").put("text", secret);
    summary.putArray("counterpoints").addObject().put("option", "that").put("text", secret);
    return summary.toString();
  }
}
