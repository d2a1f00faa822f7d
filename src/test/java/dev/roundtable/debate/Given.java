package dev.roundtable.debate;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What tests of debates start from: seats s1, s2, ... and options whose ids are their labels. */
public final class Given {
  public static final Person ANNA = new Person("U1", "Anna");
  public static final Person BEN = new Person("U2", "Ben");

  private Given() {}

  public static Panel panel(int seats) {
    return new Panel("test", seats(seats));
  }

  public static Panel chaired(int seats) {
    return new Panel("test", seats(seats), true, false);
  }

  public static Panel weighted(double... weights) {
    var seats =
        IntStream.range(0, weights.length)
            .mapToObj(i -> new Seat(seat(i + 1), "Seat " + (i + 1), Weight.of(weights[i])))
            .toList();
    return new Panel("test", seats);
  }

  private static List<Seat> seats(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> new Seat("s" + i, "Seat " + i)).toList();
  }

  public static SeatId seat(int number) {
    return new SeatId("s" + number);
  }

  public static Question question(String... options) {
    return new Question("What shall we do?", List.of(options), null);
  }

  public static Question asking(String text) {
    return new Question(text, List.of(), null);
  }

  public static Rules rounds(int rounds) {
    return Rules.DEFAULT.withRounds(rounds);
  }

  public static Rules stopShare(double share, int rounds) {
    return new Rules(Mode.AUTO, rounds, share, Duration.ofSeconds(60), Duration.ofSeconds(180));
  }

  public static OptionId option(String id) {
    return new OptionId(id);
  }

  public static List<OptionId> options(String... ids) {
    return Stream.of(ids).map(OptionId::new).toList();
  }

  public static Ballot.Vote vote(SeatId seat, String option, String reasons) {
    return new Ballot.Vote(seat, option(option), reasons, null, null);
  }

  public static Ballot abstains(SeatId seat) {
    return new Ballot.Abstention(seat, new Cause.CutOff());
  }

  public static DebateEvent.FollowUpAsked reply(String message, String text) {
    return new DebateEvent.FollowUpAsked(new MessageId(message), ANNA, text, true);
  }

  public static DebateEvent.FollowUpAsked collected(String message, String text) {
    return new DebateEvent.FollowUpAsked(new MessageId(message), BEN, text, false);
  }

  public static DebateEvent.StopRequested stop(String message) {
    return new DebateEvent.StopRequested(new MessageId(message), new StopOrder.Stop(ANNA));
  }

  public static DebateEvent.StopRequested finishNow(String message) {
    return new DebateEvent.StopRequested(new MessageId(message), new StopOrder.FinishNow(ANNA));
  }

  public static DebateEvent.TeamVoted teamVote(String message, Person person, String option) {
    return new DebateEvent.TeamVoted(new MessageId(message), person, option(option));
  }
}
