package dev.roundtable.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Moderator;
import dev.roundtable.debate.Move;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Entry;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
  private static final Panel PANEL =
      new Panel("trio", List.of(new Seat("a", "Ada"), new Seat("b", "Bo"), new Seat("c", "Cleo")));

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private Debate debate =
      Debate.opened(
          new DebateEvent.Opened(
              new DebateId("live"),
              new Question("Should we?", List.of("Yes", "No"), null),
              PANEL,
              Rules.DEFAULT,
              new Person("u1", "Anna"),
              Venue.TERMINAL));

  private LiveProgress progress(boolean rich) {
    return progress(80, true, rich);
  }

  private LiveProgress progress(int width, boolean rich, boolean liveRich) {
    var stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    var screen = new Screen(stream, stream, width, rich, liveRich);
    return new LiveProgress(screen, new Phrases(Words.in(Locale.ENGLISH)));
  }

  private void happens(LiveProgress progress, DebateEvent event) {
    debate = event instanceof DebateEvent.Opened ? debate : debate.with(event);
    progress.told(new Entry(1, Instant.EPOCH, event), debate);
  }

  // The ballot paper is chosen and round 1 opened, as the moderator would have it.
  private void begin(LiveProgress progress) {
    happens(progress, debate.opened());
    while (Moderator.next(debate) instanceof Move.Note(var event)) {
      happens(progress, event);
    }
  }

  private static DebateEvent vote(String seat, String option) {
    var ballot = new Ballot.Vote(new SeatId(seat), new OptionId(option), "Because.", 0.5, null);
    return new DebateEvent.BallotCast(1, ballot, Provenance.CODE, Duration.ofSeconds(1));
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  @Test
  void plainProgressIsALineForEachThingThatHappened() {
    var progress = progress(false);
    begin(progress);
    happens(progress, vote("b", "no"));
    var failed = new Ballot.Abstention(new SeatId("c"), new Cause.TimedOut(Duration.ofMinutes(1)));
    happens(
        progress, new DebateEvent.BallotCast(1, failed, Provenance.UNKNOWN, Duration.ofMinutes(1)));
    assertThat(shown())
        .isEqualTo(
            """
            Roundtable · panel trio · 3 seats · gives up after 3 min
            A Yes · B No
            A vote on the options that were given.
            Round 1: asking 3 seats
            Bo: No
            Cleo did not vote: timed out after 60 s
            """);
  }

  @Test
  void aRichScreenSaysWhoIsThinkingAndHowItStands() {
    var progress = progress(true);
    begin(progress);
    assertThat(lastLine()).contains("waiting for Ada, Bo and Cleo");
    happens(progress, vote("b", "no"));
    assertThat(lastLine()).contains("so far No 1 · waiting for Ada and Cleo");
    happens(progress, vote("a", "yes"));
    assertThat(lastLine()).contains("so far Yes 1, No 1 · waiting for Cleo");
  }

  @Test
  void plainProgressCountsOncePerRound() {
    var progress = progress(false);
    begin(progress);
    happens(progress, vote("b", "no"));
    happens(progress, vote("a", "yes"));
    happens(progress, vote("c", "no"));
    while (Moderator.next(debate) instanceof Move.Note(var event)) {
      happens(progress, event);
    }
    assertThat(shown()).containsOnlyOnce("so far").contains("Cleo: No\nso far Yes 1, No 2\n");
  }

  @Test
  void seatsAreCountedWhereTheirNamesDoNotFit() {
    var progress = progress(40, true, true);
    begin(progress);
    assertThat(lastLine()).contains("waiting for Ada, Bo and Cleo");
    var narrow = progress(38, true, true);
    happens(narrow, vote("b", "no"));
    assertThat(lastLine()).contains("so far No 1 · waiting for 2 seats").doesNotContain("Cleo");
  }

  @Test
  void progressIntoAFileHoldsNothingThatSteersATerminal() {
    var progress = progress(80, true, false);
    begin(progress);
    happens(progress, vote("b", "no"));
    assertThat(shown()).contains("Bo: No").doesNotContain("\u001b", "waiting for");
  }

  @Test
  void whatPeopleAndModelsWriteSteersNoTerminal() {
    var progress = progress(false);
    begin(progress);
    var refused = new Ballot.Abstention(new SeatId("a"), new Cause.Refused("\u001b[2J\u202eno"));
    happens(progress, new DebateEvent.BallotCast(1, refused, Provenance.UNKNOWN, Duration.ZERO));
    assertThat(shown()).contains("refused (“[2Jno”)").doesNotContain("\u001b", "\u202e");
  }

  private String lastLine() {
    var text = shown();
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
