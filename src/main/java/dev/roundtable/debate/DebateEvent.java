package dev.roundtable.debate;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened in a debate. The events in order are the debate. */
public sealed interface DebateEvent {
  /** Done by a person in a chat, so it can arrive twice and must count once. */
  sealed interface FromPerson extends DebateEvent {
    MessageId message();
  }

  record Opened(DebateId id, Question question, Panel panel, Rules rules, Person asker, Venue venue)
      implements DebateEvent {
    /**
     * Checks that the question fits the rules.
     *
     * @throws InvalidRequestException if an open question comes with options
     */
    public Opened {
      rules.check(question);
    }
  }

  /**
   * A debate that was opened stands in line.
   *
   * @param ahead how many debates come before it; 0 when its turn has come
   */
  record InLine(int ahead) implements DebateEvent {
    public InLine {
      if (ahead < 0) {
        throw new IllegalArgumentException(ahead + " debates cannot come before it");
      }
    }
  }

  /** The paper is empty for an open question. */
  record FormChosen(BallotForm form, BallotPaper paper, FormReason reason, Provenance spent)
      implements DebateEvent {}

  /**
   * A round began; what its briefs are made of.
   *
   * @param orders the order in which each seat sees the options
   * @param followUps the messages whose arguments this round answers
   */
  record RoundOpened(
      int round,
      Map<SeatId, List<OptionId>> orders,
      List<Argument> arguments,
      List<MessageId> followUps)
      implements DebateEvent {
    public RoundOpened {
      orders = Collections.unmodifiableMap(new LinkedHashMap<>(orders));
      arguments = List.copyOf(arguments);
      followUps = List.copyOf(followUps);
    }

    RoundOpened withoutArgumentsBy(SeatId seat) {
      var kept = arguments.stream().map(argument -> argument.withoutWordsOf(seat)).toList();
      return new RoundOpened(round, orders, kept, followUps);
    }

    RoundOpened withoutWordsOf(MessageId withdrawn) {
      var kept = arguments.stream().map(argument -> argument.withoutWordsOf(withdrawn)).toList();
      return new RoundOpened(round, orders, kept, followUps);
    }
  }

  /**
   * A seat handed in its ballot.
   *
   * @param latency from the question to the ballot
   */
  record BallotCast(int round, Ballot ballot, Provenance provenance, Duration latency)
      implements DebateEvent {
    BallotCast withoutWords() {
      return ballot instanceof Ballot.Answered answered
          ? new BallotCast(round, answered.withoutWords(), provenance.withoutSources(), latency)
          : this;
    }
  }

  /** An answer came after its seat's time was up; it was discarded. */
  record AnswerCameLate(int round, SeatId seat) implements DebateEvent {}

  /** The positions of round 1 became votes for options. */
  record PositionsGrouped(
      BallotPaper paper, Map<SeatId, OptionId> members, GroupedBy by, Provenance spent)
      implements DebateEvent {
    public PositionsGrouped {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** The chair gave nothing usable for a task; code decides in its place. */
  record ChairFailed(ChairTask task, Cause cause, Provenance spent) implements DebateEvent {}

  /**
   * Every seat has handed in its ballot.
   *
   * @param reason why no further round follows; null if one does
   */
  record RoundClosed(int round, @Nullable StopReason reason) implements DebateEvent {}

  /** Numbered from 1; an earlier verdict is superseded, never rewritten. */
  record VerdictReached(int number, StopReason reason, Verdict verdict) implements DebateEvent {}

  record SummaryWritten(int verdict, Summary summary, SummaryOrigin origin, Provenance spent)
      implements DebateEvent {
    SummaryWritten withoutQuotes(WordSet answer) {
      return new SummaryWritten(verdict, summary.withoutQuotes(answer), origin, spent);
    }
  }

  /**
   * A person's argument or question.
   *
   * @param text empty to ask for another round without adding anything
   * @param opensRound whether it opens a round itself or waits for one
   */
  record FollowUpAsked(MessageId message, Person person, String text, boolean opensRound)
      implements FromPerson {
    public FollowUpAsked {
      text = Folding.isBlank(text) ? "" : text;
    }

    FollowUpAsked withoutWords() {
      return new FollowUpAsked(message, person, "", opensRound);
    }
  }

  /**
   * A person took an argument back. It is not shown to a seat again, and its words are gone from
   * the transcript.
   *
   * @param withdrawn the message of the {@link FollowUpAsked}
   */
  record FollowUpWithdrawn(MessageId message, MessageId withdrawn) implements FromPerson {}

  /**
   * Somebody in charge took the words of an answer out of sight. Its vote counts as before.
   *
   * @param round in which the seat gave the answer
   */
  record AnswerHidden(MessageId message, Person by, int round, SeatId seat) implements FromPerson {}

  /**
   * Replaces that person's earlier votes.
   *
   * @param at when it was cast, as the platform says; null where it is not known
   */
  record TeamVoted(MessageId message, Person person, OptionId option, @Nullable Instant at)
      implements FromPerson {
    /** A vote that was cast nobody knows when. */
    public TeamVoted(MessageId message, Person person, OptionId option) {
      this(message, person, option, null);
    }
  }

  /** A person's order, counted once by its message. */
  record StopRequested(MessageId message, StopOrder order) implements FromPerson {}

  /** Time or money ran out. */
  record LimitReached(StopOrder order) implements DebateEvent {}
}
