package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.StopOrder;
import dev.roundtable.delivery.Delivery;
import dev.roundtable.delivery.Post;
import dev.roundtable.transcript.Words;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Follows what people delete: an argument is taken back with its message, a debate its card. */
record Deletions(ChatPorts ports) {
  /**
   * Somebody deleted a message.
   *
   * @param message under which it was, or would have been, handed in
   * @param remote what the platform calls it
   */
  void deleted(Where where, MessageId message, String remote) {
    var thread = where.thread();
    ports
        .find(where, remote)
        .or(() -> thread == null ? Optional.empty() : ports.find(where, thread))
        // Outside of a thread nothing tells any more what it was an answer to.
        .or(() -> ports.past().handedInTo(message).flatMap(ports.debates()))
        .ifPresent(debate -> deleted(debate, message, remote));
  }

  /**
   * Somebody deleted the channel, so nobody can read there what is still under way.
   *
   * @param deletion the deletion itself
   */
  void closed(Where where, MessageId deletion) {
    for (var item : ports.past().open(where)) {
      var own = new MessageId(deletion.value() + ":" + item.debate());
      ports.debates().apply(item.debate()).ifPresent(debate -> stop(debate, own));
    }
  }

  private void deleted(Debate debate, MessageId message, String remote) {
    var deletion = new MessageId("deleted:" + message.value());
    if (debate.followUp(message).isPresent()) {
      submit(debate, new DebateEvent.FollowUpWithdrawn(deletion, message));
    } else if (isAnchor(debate.id(), remote)) {
      stop(debate, deletion);
    }
  }

  private void stop(Debate debate, MessageId deletion) {
    if (!debate.settled()) {
      var language = Locale.forLanguageTag(debate.opened().venue().language());
      var somebody = new Person("", Words.in(language).say("chat.somebody"));
      submit(debate, new DebateEvent.StopRequested(deletion, new StopOrder.Stop(somebody)));
    }
  }

  // Nobody waits for an answer to a deletion.
  private void submit(Debate debate, DebateEvent.FromPerson event) {
    var _ = ports.requests().submit(debate.id(), event);
  }

  private boolean isAnchor(DebateId debate, String remote) {
    return ports.deliveries().read(debate).stream()
        .filter(delivery -> delivery.key().equals(Post.ANCHOR))
        .map(Delivery::message)
        .filter(Objects::nonNull)
        .anyMatch(message -> message.names(remote));
  }
}
