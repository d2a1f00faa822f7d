package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Messages;
import dev.roundtable.chat.Moments;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.export.HtmlExport;
import dev.roundtable.export.Ink;
import dev.roundtable.export.JsonExport;
import dev.roundtable.export.MarkdownExport;
import dev.roundtable.export.Play;
import dev.roundtable.export.TextExport;
import dev.roundtable.safety.SecretShapes;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
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
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

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
    var err = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    var leaks = new ArrayList<String>();
    var secrets = SecretShapes.all();
    try (var http = new ModelHttp()) {
      for (var secret : secrets) {
        var debate = debate(http, secret);
        assertThat(debate.lastRuling()).isPresent();
        for (var sink : sinks(debate)) {
          if (sink.contains(secret)) {
            leaks.add(secret + " in " + sink);
          }
        }
      }
    } finally {
      System.setErr(err);
    }
    assertThat(secrets).hasSizeGreaterThanOrEqualTo(40);
    assertThat(leaks).isEmpty();
    var logged = log.toString(StandardCharsets.UTF_8);
    assertThat(secrets).noneMatch(logged::contains);
    assertThat(logged).doesNotContain("Which log do we keep?", "My reason is");
    System.out.printf("secrets: %d shapes, 6 sinks and the log, 0 leaks%n", secrets.size());
  }

  private static List<String> sinks(Debate debate) {
    var transcript = Transcripts.of(debate, WORDS);
    var at = JumpingTimer.START;
    return List.of(
        debate.toString(),
        new TextExport(80, Ink.NONE).write(transcript),
        MarkdownExport.write(transcript),
        JsonExport.write(debate, WORDS),
        HtmlExport.write(debate, WORDS),
        Messages.of(debate, new Moments(at, at, at), WORDS).toString());
  }

  private static Debate debate(ModelHttp http, String secret) throws Exception {
    try (var models = new FakeModels();
        var timer = new PromptTimer()) {
      models.answer(seen -> answer(seen, secret));
      var provider = new Provider(models.provider(WireFormat.CHAT_COMPLETIONS), http, timer);
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
      return Play.of(table, timer, QUESTION, Rules.DEFAULT.withRounds(1), List.of());
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
