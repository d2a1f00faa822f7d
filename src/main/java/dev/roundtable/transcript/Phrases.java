package dev.roundtable.transcript;

import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.RequestProblem;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.StopOrder;
import dev.roundtable.debate.Tally;
import dev.roundtable.debate.Verdict;
import dev.roundtable.debate.Weight;
import dev.roundtable.safety.VisibleText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences that every front end says alike. Labels and reasons in them are made visible text. */
public final class Phrases {
  private final Words words;
  private final Reasons reasons;

  public Phrases(Words words) {
    this.words = words;
    this.reasons = new Reasons(words);
  }

  public Words words() {
    return words;
  }

  /** What is wrong with a request and what is allowed. */
  public String problem(RequestProblem problem) {
    return switch (problem) {
      case RequestProblem.BlankQuestion() ->
          words.say("problem.blankQuestion", Question.MAX_LENGTH);
      case RequestProblem.QuestionTooLong(var length) ->
          words.say("problem.questionTooLong", length, Question.MAX_LENGTH);
      case RequestProblem.ContextTooLong(var length) ->
          words.say("problem.contextTooLong", length, Question.MAX_CONTEXT_LENGTH);
      case RequestProblem.TooFewOptions _ ->
          words.say("problem.tooFewOptions", Question.MIN_OPTIONS, Question.MAX_OPTIONS);
      case RequestProblem.TooManyOptions(var given) ->
          words.say("problem.tooManyOptions", given, Question.MAX_OPTIONS);
      case RequestProblem.EmptyOption(var position) -> words.say("problem.emptyOption", position);
      case RequestProblem.DuplicateOptions(var first, var second) ->
          words.say("problem.duplicateOptions", VisibleText.line(first), VisibleText.line(second));
      case RequestProblem.OptionTooLong(var label, var length) ->
          words.say(
              "problem.optionTooLong", VisibleText.line(label), length, Question.MAX_LABEL_LENGTH);
      case RequestProblem.OptionsForOpenQuestion() -> words.say("problem.optionsForOpen");
      case RequestProblem.RoundsOutOfRange(var given) ->
          words.say("problem.rounds", given, Rules.MAX_ROUNDS);
      case RequestProblem.HoldsCredential(var kinds) -> credential(kinds);
      case RequestProblem.PanelTooSmall(var panel, var seats) ->
          words.say("problem.panelTooSmall", VisibleText.line(panel), seats, Panel.MIN_SEATS);
    };
  }

  /** Why something was neither stored nor sent: it looks like it holds what nobody should read. */
  public String credential(List<String> kinds) {
    return words.say("problem.credential", words.list(kinds));
  }

  /** Why a seat has no vote, to stand after its name. */
  public String cause(Cause cause) {
    return switch (cause) {
      case Cause.TimedOut(var after) -> words.say("cause.timedOut", duration(after));
      case Cause.Refused(var said) when said.isBlank() -> words.say("cause.refused");
      case Cause.Refused(var said) -> words.say("cause.refused.words", VisibleText.line(said));
      case Cause.Unreadable _ -> words.say("cause.unreadable");
      case Cause.CutOff() -> words.say("cause.cutOff");
      case Cause.Filtered(var reason) ->
          words.say("cause.filtered", reasons.quoted(VisibleText.line(reason)));
      case Cause.ProviderError(var reason) ->
          words.say("cause.providerError", reasons.ofCall(VisibleText.line(reason)));
      case Cause.Benched(_, var reason) ->
          words.say("cause.benched", reasons.ofEither(VisibleText.line(reason)));
      case Cause.NotAllowed(var reason) ->
          words.say("cause.notAllowed", reasons.ofSettings(VisibleText.line(reason)));
      case Cause.Vacant() -> words.say("cause.vacant");
      case Cause.Unscripted() -> words.say("cause.unscripted");
      case Cause.Broken(var kind) -> words.say("cause.broken", kind);
      case Cause.Halted(var order) -> halted(order);
    };
  }

  private String halted(StopOrder order) {
    return switch (order) {
      case StopOrder.Stop _ -> words.say("cause.halted.stop");
      case StopOrder.FinishNow _ -> words.say("cause.halted.finish");
      case StopOrder.DeadlinePassed(var deadline) ->
          words.say("cause.halted.deadline", duration(deadline));
      case StopOrder.BudgetSpent _ -> words.say("cause.halted.budget");
    };
  }

  /** Which form the ballot took and why. */
  public String form(DebateEvent.FormChosen form) {
    return switch (form.reason()) {
      case CHAIR -> words.say("form.CHAIR." + form.form());
      case OPTIONS_GIVEN, MODE_DEBATE, MODE_OPEN, RULE_YES_NO, RULE_INTERROGATIVE, RULE_UNSURE ->
          words.say("form." + form.reason());
    };
  }

  /** The result in a line: {@code No: 4 of 6 seats (majority after discussion)}. */
  public String headline(Verdict verdict, BallotPaper paper) {
    var count = verdict.count();
    return switch (verdict) {
      case Verdict.Won won -> {
        var tally = count.tally();
        var line = tally.line(won.winner());
        yield words.say(
            tally.isEven() ? "headline.won" : "headline.weighted",
            label(paper, won.winner()),
            line.votes(),
            count.seats(),
            kind(verdict),
            Weight.print(line.weight()),
            Weight.print(tally.weight()));
      }
      case Verdict.Tied(var leaders, _, _) ->
          words.say("headline.tied", score(count.tally()), labels(paper, leaders));
      case Verdict.NoQuorum _ ->
          words.say("headline.noQuorum", count.tally().votes(), count.seats());
    };
  }

  /** The result in two words: {@code No 5-1}, {@code tied 3-3}. */
  public String shortResult(Verdict verdict, BallotPaper paper) {
    var tally = verdict.count().tally();
    return switch (verdict) {
      case Verdict.Won won -> words.say("score.won", label(paper, won.winner()), score(tally));
      case Verdict.Tied _ -> words.say("score.tied", score(tally));
      case Verdict.NoQuorum _ -> words.say("score.noQuorum");
    };
  }

  private String kind(Verdict verdict) {
    var kind =
        switch (verdict) {
          case Verdict.Unanimous _ -> words.say("kind.unanimous");
          case Verdict.Supermajority _ -> words.say("kind.supermajority");
          case Verdict.Majority _ -> words.say("kind.majority");
          case Verdict.Plurality _ -> words.say("kind.plurality");
          case Verdict.Tied _, Verdict.NoQuorum _ -> "";
        };
    var count = verdict.count();
    var reached = count.afterDiscussion() ? words.say("kind.afterDiscussion", kind) : kind;
    int missing = count.seats() - count.tally().votes();
    return missing == 0 ? reached : words.say("kind.absent", reached, missing);
  }

  /**
   * What each option that got any votes counts, most first: {@code 4-2}, {@code 3.5-2 by weight}.
   */
  public String score(Tally tally) {
    boolean even = tally.isEven();
    var score =
        tally.lines().stream()
            .filter(line -> line.votes() > 0)
            .sorted(Comparator.comparingLong(Tally.Line::weight).reversed())
            .map(line -> even ? String.valueOf(line.votes()) : Weight.print(line.weight()))
            .collect(Collectors.joining("–"));
    return even ? score : words.say("score.weighted", score);
  }

  /** Each option with its votes: {@code Yes 3, No 1}. */
  public String counts(Tally tally, BallotPaper paper) {
    var key = tally.isEven() ? "count" : "count.weighted";
    return tally.lines().stream()
        .filter(line -> line.votes() > 0)
        .map(line ->
            words.say(key, label(paper, line.option()), line.votes(), Weight.print(line.weight())))
        .collect(Collectors.joining(", "));
  }

  public String label(BallotPaper paper, OptionId option) {
    return label(paper.option(option));
  }

  public String label(Option option) {
    if (option.isHidden()) {
      return words.say("option.hidden", String.valueOf(option.letter()));
    }
    return option.isRest() ? words.say("grouped.rest") : VisibleText.line(option.label());
  }

  public String labels(BallotPaper paper, List<OptionId> options) {
    return words.list(options.stream().map(option -> label(paper, option)).toList());
  }

  /** In the unit that reads best: {@code 1.2 s}, {@code 60 s}, {@code 3 min}. */
  public String duration(Duration duration) {
    if (duration.toSeconds() >= 120) {
      return duration.toSecondsPart() == 0
          ? duration.toMinutes() + " min"
          : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
    var tenths = BigDecimal.valueOf(Math.round(duration.toMillis() / 100.0), 1);
    boolean whole = tenths.stripTrailingZeros().scale() <= 0 || duration.toSeconds() >= 10;
    return (whole ? tenths.setScale(0, RoundingMode.HALF_UP) : tenths) + " s";
  }
}
