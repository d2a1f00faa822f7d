package dev.roundtable.panelist;

import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Provenance;
import dev.roundtable.panelist.Model.Exchange;
import dev.roundtable.session.Chair;
import java.time.Duration;
import java.util.List;

/** A chair, and its substitutes for when it fails. */
final class ModelChair implements Chair {
  private final List<Model> models;
  private final Prompts prompts;
  private final Duration patience;

  /** Takes no longer than {@code patience} for a task, all substitutes together. */
  ModelChair(List<Model> models, Prompts prompts, Duration patience) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("a chair is somebody");
    }
    this.models = List.copyOf(models);
    this.prompts = prompts;
    this.patience = patience;
  }

  @Override
  public Answer answer(ChairTask task) throws InterruptedException {
    var ask = ChairAsk.of(prompts, task);
    var timer = models.getFirst().provider().timer();
    var whole = Errand.begin("chair", patience, timer);
    var spent = Provenance.CODE;
    ChairReply reply = new ChairReply.Failed(new Cause.TimedOut(patience));
    for (int i = 0; i < models.size(); i++) {
      var share = whole.left(timer).dividedBy(models.size() - i);
      var exchange = models.get(i).ask(ask, Errand.begin("chair", share, timer));
      spent = Spending.sum(spent, exchange.spent());
      reply = reply(task, exchange);
      if (!(reply instanceof ChairReply.Failed)) {
        break;
      }
    }
    return new Answer(reply, spent);
  }

  private static ChairReply reply(ChairTask task, Exchange exchange) {
    return switch (exchange) {
      case Exchange.Failed(var failure, _) -> new ChairReply.Failed(failure.cause());
      case Exchange.Said(WireAnswer.Ending.Refused(var words), _, _) ->
          new ChairReply.Failed(new Cause.Refused(ProviderWords.of(words, "")));
      case Exchange.Said(WireAnswer.Ending.Filtered(var reason), _, _) ->
          new ChairReply.Failed(new Cause.Filtered(ProviderWords.of(reason, "")));
      case Exchange.Said(var ending, var text, _) ->
          ChairReader.read(task, text)
              .orElseGet(() ->
                  new ChairReply.Failed(
                      ending instanceof WireAnswer.Ending.CutOff
                          ? new Cause.CutOff()
                          : new Cause.Unreadable(ProviderWords.of(text, ""))));
    };
  }
}
