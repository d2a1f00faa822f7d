package dev.roundtable.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Exhibit;
import dev.roundtable.chat.Exhibits;
import dev.roundtable.chat.Message;
import dev.roundtable.chat.Messages;
import dev.roundtable.chat.Moments;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.Proceedings;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.transcript.Words;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With rich blocks a verdict has a table of who voted what in which round. */
@Timeout(60)
class SlackGridTest {
  private static final DebateId DEBATE = new DebateId("debate-1");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Venue VENUE =
      new Venue("slack", "T1", "C1", null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");

  private final IdleTimer timer = new IdleTimer();
  private final FakeSlack slack;
  private final SlackOutlet outlet;

  SlackGridTest() throws Exception {
    slack = new FakeSlack(timer::now);
    outlet = new SlackOutlet(new SlackApi(slack.settings()), new NoExhibits());
  }

  @BeforeEach
  void aChannel() {
    slack.channel("C1");
  }

  @AfterEach
  void close() {
    slack.close();
  }

  private static Proceedings debate(int seats, int rounds) {
    var question = new Question("Should we?", List.of("Yes", "No"), null);
    return Proceedings.open(DEBATE, question, Given.panel(seats), Given.rounds(rounds), VENUE);
  }

  private static Message verdict(Proceedings debate) {
    var moments = new Moments(NOON, NOON, NOON.plusSeconds(20));
    return Messages.of(debate.debate(), moments, Words.in(Locale.ENGLISH)).stream()
        .filter(message -> message.key().equals("verdict-1"))
        .findFirst()
        .orElseThrow();
  }

  private String posted(Message message) {
    var card = new SlackRenderer(false).render(new Message.Notice("card", "Shall we?"), VENUE);
    var first = new Destination(DEBATE, VENUE, null);
    var anchor = ((Outcome.Done) outlet.send(first, card.getFirst(), "a".repeat(20))).message();
    new SlackRenderer(true).render(message, VENUE).forEach(post -> send(anchor, post));
    return SlackReading.of(slack, slack.all(sent -> sent.thread != null));
  }

  private void send(RemoteId anchor, Post post) {
    assertThat(outlet.send(new Destination(DEBATE, VENUE, anchor), post, "b".repeat(20)))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aRowForEachSeatAndAColumnForEachRoundTellWhoMoved() {
    var read = posted(verdict(debate(3, 2).votes("yes no -", "no no no").run()));

    assertThat(read)
        .contains(
            "Seat | Round 1 | Round 2",
            "Seat 1 | A Yes | A → B No",
            "Seat 2 | B No | B No",
            "Seat 3 | did not vote: ")
        .contains("B No** · 3");
    assertThat(slack.refused).isEmpty();
  }

  @Test
  void whereTheWorkspaceShowsNoTableTheVerdictIsThereWithoutIt() {
    slack.richBlocks = false;
    var read = posted(verdict(debate(3, 2).votes("yes no no", "no no no").run()));

    assertThat(read).doesNotContain("Seat | Round 1").contains("B No** · 3", "Who changed");
    assertThat(slack.refused).hasSize(1);
  }

  @Test
  void fiftySeatsInFiveRoundsHaveTheirRows() {
    var restless = IntStream.range(0, 5).mapToObj(round -> votes(50, round)).toArray(String[]::new);
    var read = posted(verdict(debate(50, 5).votes(restless).run()));

    assertThat(read).contains("Seat | Round 1 | Round 2", "\n  Seat 50 | ");
    assertThat(slack.refused).isEmpty();
  }

  // Somebody moves in every round, so that there is a next one.
  private static String votes(int seats, int round) {
    return IntStream.range(0, seats)
        .mapToObj(seat -> (seat + (seat < 10 ? round : 0)) % 2 == 0 ? "yes" : "no")
        .collect(Collectors.joining(" "));
  }

  @Test
  void whereThereIsNoRoomForARowOfEachSeatTheCountsAreTheTable() {
    var all = String.join(" ", Collections.nCopies(120, "yes"));
    var read = posted(verdict(debate(120, 1).votes(all).run()));

    assertThat(read).contains("Option | Votes | %", "A Yes | 120 |").doesNotContain("Seat | Round");
    assertThat(slack.refused).isEmpty();
  }

  /** Nothing but words. */
  private static final class NoExhibits implements Exhibits {
    @Override
    public Exhibit of(Debate debate, int verdict) {
      throw new IllegalStateException("nobody asks here");
    }

    @Override
    public Optional<byte[]> picture(DebateId debate, int verdict) {
      return Optional.empty();
    }
  }
}
