package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.TeamVote;
import dev.roundtable.session.Receipt;
import java.time.Duration;
import java.time.Instant;

/** Takes the secret votes of the team, beside the panel's. */
final class BallotBox {
  private static final Duration OPEN_FOR = Duration.ofHours(24);

  private final ChatPorts ports;
  private final Gate gate;
  private final Receipts receipts;

  BallotBox(ChatPorts ports, Gate gate, Receipts receipts) {
    this.ports = ports;
    this.gate = gate;
    this.receipts = receipts;
  }

  /** Counts a press, unless the person may not vote, or the time is over. */
  Answer vote(Debate debate, Visitor by, MessageId message, char letter, Instant at) {
    var blocked = gate.isBlocked(by);
    if (blocked.isPresent()) {
      return Answer.Told.sentence(blocked.get());
    }
    var option =
        debate.paper().options().stream().filter(one -> one.letter() == letter).findFirst();
    if (option.isEmpty()) {
      return ChatDesk.told(by, "chat.vote.unknown");
    }
    var opened = ports.past().opened(debate.id());
    if (opened.isPresent() && opened.get().plus(OPEN_FOR).isBefore(ports.clock().instant())) {
      return ChatDesk.told(by, "chat.vote.closed", OPEN_FOR.toHours());
    }
    var vote = new DebateEvent.TeamVoted(message, by.person(), option.get().id(), at);
    return counted(debate, by, vote, at);
  }

  // A press that was overtaken by a later one is told what counts.
  private Answer counted(Debate debate, Visitor by, DebateEvent.TeamVoted vote, Instant at) {
    var later = debate.teamVote(by.person()).filter(cast -> cast.isAfter(at));
    var receipt =
        later.isPresent() ? new Receipt.Taken() : ports.requests().submit(debate.id(), vote);
    var counts = later.map(TeamVote::option).orElse(vote.option());
    return receipt instanceof Receipt.Taken
        ? ChatDesk.told(by, "chat.vote.counted", ChatDesk.phrases(by).label(debate.paper(), counts))
        : receipts.answer(debate, by, receipt);
  }
}
