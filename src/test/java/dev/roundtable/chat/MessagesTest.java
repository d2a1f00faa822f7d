package dev.roundtable.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Proceedings;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.RandomDebate;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.Venue;
import dev.roundtable.transcript.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Words ENGLISH = Words.in(Locale.ENGLISH);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Moments MOMENTS = new Moments(NOON, NOON, NOON.plusSeconds(20));

  private static Venue venue(Venue.Style style) {
    return new Venue("slack", "T1", "C1", null, Venue.Reach.PUBLIC, style, "en");
  }

  private static Proceedings debate(int seats, Venue.Style style) {
    return debate(Given.panel(seats), style);
  }

  private static Proceedings debate(Panel panel, Venue.Style style) {
    var question = new Question("Should we ship on Friday?", List.of("Yes", "No"), null);
    var id = new DebateId("debate-1");
    return Proceedings.open(id, question, panel, Given.rounds(2), venue(style));
  }

  private static List<Message> messages(Proceedings proceedings) {
    return Messages.of(proceedings.debate(), MOMENTS, ENGLISH);
  }

  private static List<String> keys(Proceedings proceedings) {
    return messages(proceedings).stream().map(Message::key).toList();
  }

  private static Message.Card card(Proceedings proceedings) {
    return (Message.Card) messages(proceedings).getFirst();
  }

  @Test
  void withVoicesEachSeatSpeaksOnceAndEachLaterRoundIsOneMessage() {
    var debate = debate(3, Venue.Style.VOICES).votes("yes no no", "no no no").run();

    assertThat(keys(debate))
        .containsExactly(
            "card",
            "round-1/s1",
            "round-1/s2",
            "round-1/s3",
            "round-2",
            "verdict-1",
            "announcement-1");
  }

  @Test
  void asADigestEachRoundIsOneMessage() {
    var debate = debate(3, Venue.Style.DIGEST).votes("yes no no", "no no no").run();

    assertThat(keys(debate))
        .containsExactly("card", "round-1", "round-2", "verdict-1", "announcement-1");
  }

  @Test
  void aLaterRoundIsInTheOrderOfThePanelHoweverTheSeatsAnswered() {
    for (var style : Venue.Style.values()) {
      var debate = debate(4, style).votes("yes no no no", "no yes no no");
      debate.until(state -> state.rounds().size() == 2);
      for (int seat : new int[] {4, 2, 3}) {
        var ballot = Given.vote(Given.seat(seat), seat == 2 ? "yes" : "no", "Point.");
        debate.happens(new DebateEvent.BallotCast(2, ballot, Provenance.CODE, Duration.ZERO));
      }
      debate.run();
      var round = messages(debate).stream().filter(one -> one.key().equals("round-2")).findFirst();

      assertThat(Plain.of(round.orElseThrow()).lines().filter(line -> line.contains("Seat ")))
          .extracting(line -> line.replaceFirst(".*(Seat \\d).*", "$1"))
          .containsExactly("Seat 1", "Seat 2", "Seat 3", "Seat 4");
    }
  }

  @Test
  void aWholeDebateReadsWell() {
    var debate = debate(3, Venue.Style.VOICES).votes("yes no no", "no no no").run();

    assertThat(Plain.of(messages(debate)))
        .isEqualTo(
            """
            [card] Should we ship on Friday?
              AGREED: No: 3 of 3 seats (unanimous after discussion)
              A Yes 0
              B No 3
              CHANGED Seat 1: No (was Yes)
              ANSWERED Seat 2: No
              ANSWERED Seat 3: No
              Asked by Anna · panel test
              A vote on the options that were given.
              Reply in the thread to add an argument. AI-generated, can be wrong.
              (AskFollowUp) (RunAgain)

            [round-1/s1] Seat 1 (ReadFull)
              # Seat 1 · Yes
              Point of s1 for yes.

            [round-1/s2] Seat 2 (ReadFull)
              # Seat 2 · No
              Point of s2 for no.

            [round-1/s3] Seat 3 (ReadFull)
              # Seat 3 · No
              Point of s3 for no.

            [round-2] (Transcript) (ReadFull)
              # Round 2, after reading each other
              # Seat 1 · No · changed from Yes · moved to the majority without a new argument
              Point of s1 for no.
              - Seat 2 · No
              - Seat 3 · No

            [verdict-1] (AskFollowUp) (Transcript) (Delete)
              # No: 3 of 3 seats (unanimous after discussion)
              A Yes 0
              B No 3
              It ended after round 2, because all valid votes agree.
              # Final summary
              No has the most votes (No 3), and one seat changed its mind on the way.
              Written from the ballots by rule, not by the chair: no chair was asked.
              # Agreement
              All 3 seats that voted agree on No.
              # Strongest arguments
              - No: Point of s1 for no.
              # Counterpoints
              - Yes: Point of s1 for yes.
              # Who changed
              - Seat 1 moved from Yes to No in round 2, with the majority and without a new argument
              # Record
              No cost · 6 votes · answers took 0 s · AI-generated, can be wrong

            [announcement-1] No, 3 of 3 models: Should we ship on Friday?
            """);
  }

  @Test
  void aLaterRoundShowsInFullOnlyWhoChanged() {
    var debate = debate(4, Venue.Style.VOICES).votes("yes no no no", "no no no -").run();
    var round = messages(debate).stream().filter(m -> m.key().equals("round-2")).findFirst();

    assertThat(Plain.of(round.orElseThrow()))
        .isEqualTo(
            """
            [round-2] (Transcript) (ReadFull)
              # Round 2, after reading each other
              # Seat 1 · No · changed from Yes · moved to the majority without a new argument
              Point of s1 for no.
              - Seat 2 · No
              - Seat 3 · No
              - Seat 4 · did not vote: was cut off at the length limit before it voted
            """);
  }

  @Test
  void theCardSaysWhomItWaitsForAndOffersToStop() {
    var debate =
        debate(3, Venue.Style.VOICES)
            .votes("yes no no")
            .until(now -> now.lastRound().map(round -> round.cast().size()).orElse(0) == 1);

    assertThat(card(debate).status()).isEqualTo("Round 1 of 2 · waiting for Seat 2 and Seat 3");
    assertThat(card(debate).givesUpAt()).isEqualTo(NOON.plusSeconds(180));
    assertThat(card(debate).controls()).containsExactly(new Control.Stop(debate.debate().id()));
  }

  @Test
  void finishNowIsOfferedOnceTheMissingSeatsCannotChangeTheWinner() {
    var debate = debate(5, Venue.Style.VOICES).votes("no no no yes yes");
    var offered = new ArrayList<Boolean>();
    for (int cast = 1; cast <= 4; cast++) {
      int ballots = cast;
      debate.until(now -> now.lastRound().map(r -> r.cast().size()).orElse(0) == ballots);
      offered.add(card(debate).controls().contains(new Control.FinishNow(debate.debate().id())));
    }

    assertThat(offered).containsExactly(false, false, true, true);
  }

  @Test
  void theCardOfADemonstrationSaysThatNoModelWasAskedAndNothingElseOfThem() {
    var scripted = new Panel("test", Given.panel(3).seats(), false, true);
    var notes = card(debate(scripted, Venue.Style.VOICES).votes("no no no").run()).notes();

    assertThat(notes.getFirst()).contains("scripted demonstration", "no model was asked");
    assertThat(notes.getLast()).isEqualTo("Reply in the thread to add an argument.");
  }

  @Test
  void aTieOffersAnotherRoundAndTheTeam() {
    var debate = debate(4, Venue.Style.VOICES).votes("yes yes no no").run();
    var id = debate.debate().id();

    assertThat(card(debate).phase()).isEqualTo(Message.Phase.SPLIT);
    assertThat(card(debate).controls())
        .contains(new Control.AnotherRound(id), new Control.TeamDecides(id));
  }

  @Test
  void aLaterVerdictIsAnnouncedOnlyIfAnotherOptionWins() {
    var debate = debate(3, Venue.Style.VOICES).votes("no no no", "no no yes", "yes yes yes").run();
    debate.happens(Given.reply("m1", "It is a small change.")).run();
    assertThat(keys(debate)).endsWith("round-2", "verdict-2");

    debate.happens(Given.reply("m2", "And it is behind a flag.")).run();
    assertThat(keys(debate)).endsWith("round-3", "verdict-3", "announcement-3");
  }

  @Test
  void whatIsCollectedStandsOnOneCardUntilARoundAnswersIt() {
    var debate = debate(3, Venue.Style.VOICES).votes("no no no").run();
    debate.happens(Given.collected("m1", "First.")).happens(Given.collected("m2", "Second."));
    var waiting = (Message.Collecting) messages(debate).getLast();
    assertThat(waiting.sentence()).isEqualTo("2 new arguments in this thread");
    assertThat(waiting.controls()).hasSize(1);

    debate.happens(Given.reply("m3", "")).run();
    var taken = messages(debate).stream().filter(m -> m.key().equals(waiting.key())).findFirst();
    assertThat(Plain.of(taken.orElseThrow()))
        .isEqualTo("[collected-1] 2 arguments were answered in round 2\n");
  }

  @Test
  void whatWasTakenBackIsNotCollected() {
    var debate = debate(3, Venue.Style.VOICES).votes("no no no").run();
    debate
        .happens(Given.collected("m1", "First."))
        .happens(new DebateEvent.FollowUpWithdrawn(new MessageId("d1"), new MessageId("m1")));

    var card = (Message.Collecting) messages(debate).getLast();
    assertThat(card.sentence()).isEqualTo("The arguments were taken back");
    assertThat(card.controls()).isEmpty();
  }

  @Test
  void theTeamIsShownBesideThePanelFromThreeVotersOn() {
    var debate = debate(3, Venue.Style.VOICES).votes("no no no");
    vote(debate, "U1", "yes");
    vote(debate, "U2", "yes");
    vote(debate, "U3", "no");
    debate.run();
    assertThat(card(debate).notes())
        .contains("Panel: No 3. Team before: Yes 2, No 1; now: Yes 2, No 1");
  }

  // Before round 1 is open there is no ballot to vote on.
  private static void vote(Proceedings debate, String person, String option) {
    debate.until(now -> !now.paper().isEmpty());
    var who = new Person(person, person);
    debate.happens(Given.teamVote("vote-" + person, who, option));
  }

  @Test
  void anAnnouncementNeverExceedsItsRoomHoweverLongTheQuestion() {
    var question = new Question("Why " + "really ".repeat(500) + "?", List.of("Yes", "No"), null);
    var debate =
        Proceedings.open(
                new DebateId("long"),
                question,
                Given.panel(3),
                Given.rounds(1),
                venue(Venue.Style.VOICES))
            .votes("no no -")
            .run();
    var said = (Message.Announcement) messages(debate).getLast();

    assertThat(said.sentence())
        .startsWith("No, 2 of 3 models; Seat 3 (was cut off")
        .hasSizeLessThanOrEqualTo(Message.MAX_ANNOUNCEMENT);
  }

  @Test
  void anAnnouncementNeverExceedsItsRoomHoweverMuchThereIsToName() {
    var labels =
        IntStream.range(0, 8).mapToObj(i -> i + " " + "long words ".repeat(7).strip()).toList();
    var question = new Question("Which one? " + "Really? ".repeat(80), labels, null);
    var seats =
        IntStream.rangeClosed(1, 19)
            .mapToObj(i -> new Seat("s" + i, "Seat " + i + " " + "of many ".repeat(9).strip()))
            .toList();
    var debate =
        Proceedings.open(
                new DebateId("long"),
                question,
                new Panel("test", seats),
                Given.rounds(1),
                venue(Venue.Style.VOICES))
            .seats(brief -> {
              int number = Integer.parseInt(brief.seat().value().substring(1));
              var option =
                  brief.options().stream()
                      .filter(one -> one.label().startsWith(number % 8 + " "))
                      .findFirst();
              return number > 16
                  ? Given.abstains(brief.seat())
                  : Given.vote(brief.seat(), option.orElseThrow().id().value(), "Because.");
            })
            .run();
    var said = (Message.Announcement) messages(debate).getLast();

    assertThat(said.sentence())
        .startsWith("Tied 2–2–2–2–2–2–2–2 between 0 long")
        .contains("; Seat 17 of many", ": Which one?")
        .hasSizeLessThanOrEqualTo(Message.MAX_ANNOUNCEMENT);
  }

  @Test
  void aMessageOnceThereStaysThereAndKeepsItsPlace() {
    for (int seed = 0; seed < 100; seed++) {
      var events = new RandomDebate(seed).play().events();
      List<String> before = List.of();
      for (int end = 1; end <= events.size(); end++) {
        var debate = Debate.of(events.subList(0, end));
        var now = Messages.of(debate, MOMENTS, ENGLISH).stream().map(Message::key).toList();
        assertThat(now).as("seed %d, event %d", seed, end).doesNotHaveDuplicates();
        assertThat(now.stream().filter(before::contains).toList())
            .as("seed %d, event %d", seed, end)
            .isEqualTo(before);
        before = now;
      }
    }
  }

  @Test
  void everyControlComesBackFromItsId() {
    var debate = debate(4, Venue.Style.VOICES).votes("yes yes no no").run();
    var controls =
        IntStream.of(0, messages(debate).size() - 2)
            .mapToObj(messages(debate)::get)
            .flatMap(message ->
                switch (message) {
                  case Message.Card card -> card.controls().stream();
                  case Message.Part part -> part.controls().stream();
                  case Message.Announcement said -> said.controls().stream();
                  case Message.Collecting collected -> collected.controls().stream();
                  case Message.Notice _ -> Stream.<Control>empty();
                })
            .toList();

    assertThat(controls)
        .hasSizeGreaterThan(5)
        .allSatisfy(control -> assertThat(Control.of(control.id())).contains(control));
    assertThat(Control.of("rt1:stop")).isEmpty();
    assertThat(Control.of("rt1:stop:No Id")).isEmpty();
    assertThat(Control.of("rt2:stop:debate-1")).isEmpty();
    assertThat(Control.of("rt1:explode:debate-1")).isEmpty();
  }
}
