package dev.roundtable.discord;

import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Delivery;
import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.RemoteId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;

/** Shows in the thread what somebody handed in by a form or a command, which nobody else saw. */
final class Quotations {
  private final DeliveryLog deliveries;
  private final DiscordRest rest;

  Quotations(DeliveryLog deliveries, DiscordRest rest) {
    this.deliveries = deliveries;
    this.rest = rest;
  }

  void show(DebateId debate, Where where, Visitor by, String text) {
    var thread = thread(debate, where);
    var words = Speaking.in(by.language());
    var name = DiscordText.line(by.person().name());
    var said = words.say("discord.added", "**" + name + "**", DiscordText.escape(text));
    for (var piece : DiscordText.split(said, DiscordLimits.CONTENT)) {
      var body = Components.message(piece, List.of());
      body.putObject("allowed_mentions").putArray("parse");
      var _ = rest.call(where.workspace(), Route.Messages.SEND_MESSAGE.compile(thread), body);
    }
  }

  private String thread(DebateId debate, Where where) {
    if (where.thread() != null) {
      return where.thread();
    }
    return where.reach() == Venue.Reach.DIRECT
        ? where.channel()
        : anchor(debate).orElse(where.channel());
  }

  private Optional<String> anchor(DebateId debate) {
    return deliveries.read(debate).stream()
        .filter(delivery -> delivery.key().equals(Post.ANCHOR))
        .map(Delivery::message)
        .filter(Objects::nonNull)
        .map(RemoteId::value)
        .findFirst();
  }
}
