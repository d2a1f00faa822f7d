package dev.roundtable.panelist;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Provenance;
import dev.roundtable.panelist.Model.Exchange;
import dev.roundtable.session.Panelist;
import java.time.Duration;

/** A seat on which a model sits. */
final class ModelPanelist implements Panelist {
  private final Model model;
  private final Prompts prompts;
  private final Duration patience;

  /** Takes no longer than {@code patience} for a ballot, tries and repair included. */
  ModelPanelist(Model model, Prompts prompts, Duration patience) {
    this.model = model;
    this.prompts = prompts;
    this.patience = patience;
  }

  /** A ballot, or what has to be said in its place. */
  private sealed interface Result {
    record Cast(Ballot.Answered ballot) implements Result {}

    record Failed(Cause cause) implements Result {}

    record Unreadable(String excerpt, String said) implements Result {}
  }

  @Override
  public Reply answer(Brief brief) throws InterruptedException {
    var errand = Errand.begin(brief.debate().value(), patience, model.provider().timer());
    var ask = SeatAsk.of(prompts, brief);
    var first = model.ask(ask, errand);
    return switch (result(brief, first)) {
      case Result.Unreadable(_, var said) -> {
        var second = model.ask(SeatAsk.again(prompts, brief, ask, said), errand);
        yield reply(brief, result(brief, second), Spending.sum(first.spent(), second.spent()));
      }
      case Result result -> reply(brief, result, first.spent());
    };
  }

  private static Result result(Brief brief, Exchange exchange) {
    return switch (exchange) {
      case Exchange.Failed(var failure, _) -> new Result.Failed(failure.cause());
      case Exchange.Said(WireAnswer.Ending.Refused(var words), _, _) ->
          new Result.Failed(new Cause.Refused(ProviderWords.of(words, "")));
      case Exchange.Said(WireAnswer.Ending.Filtered(var reason), _, _) ->
          new Result.Failed(new Cause.Filtered(ProviderWords.of(reason, "")));
      case Exchange.Said(WireAnswer.Ending.Failed(_, var reason), _, _) ->
          new Result.Failed(new Cause.ProviderError(ProviderWords.of(reason, "")));
      case Exchange.Said(var ending, var text, _) -> read(brief, ending, text);
    };
  }

  // A vote that was written before the length limit was reached is a vote.
  private static Result read(Brief brief, WireAnswer.Ending ending, String text) {
    return switch (BallotReader.read(brief, text)) {
      case Reading.Read(var ballot) -> new Result.Cast(ballot);
      case Reading.Unreadable(var excerpt) ->
          ending instanceof WireAnswer.Ending.CutOff
              ? new Result.Failed(new Cause.CutOff())
              : new Result.Unreadable(excerpt, text);
    };
  }

  private static Reply reply(Brief brief, Result result, Provenance spent) {
    return switch (result) {
      case Result.Cast(var ballot) -> new Reply(ballot, spent);
      case Result.Failed(var cause) -> abstention(brief, cause, spent);
      case Result.Unreadable(var excerpt, _) -> {
        var what = excerpt.isEmpty() ? "an empty answer" : excerpt;
        yield abstention(brief, new Cause.Unreadable(what), spent);
      }
    };
  }

  private static Reply abstention(Brief brief, Cause cause, Provenance spent) {
    return new Reply(new Ballot.Abstention(brief.seat(), cause), spent);
  }
}
