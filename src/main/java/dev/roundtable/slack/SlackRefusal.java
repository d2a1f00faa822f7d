package dev.roundtable.slack;

import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.StoreException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who asked what Slack does not let the bot post, whichever replica they asked. */
final class SlackRefusal {
  private static final Logger LOG = LoggerFactory.getLogger(SlackRefusal.class);
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final SlackPorts ports;
  private final SlackTeller teller;

  SlackRefusal(SlackPorts ports, SlackTeller teller) {
    this.ports = ports;
    this.teller = teller;
  }

  void tell(DebateId debate, String reason) {
    try {
      if (!ports.repeats().isRepeat("slack:refusal:" + debate, REMEMBERED)) {
        ports.chat().debates().apply(debate).ifPresent(refused -> tell(refused, reason));
      }
    } catch (StoreException e) {
      LOG.warn("nobody hears that {} is refused ({}): {}", debate, reason, e.sentence());
    }
  }

  private void tell(Debate refused, String reason) {
    var venue = refused.opened().venue();
    var asker = refused.opened().asker();
    var by = new Visitor(asker, Visitor.Standing.MEMBER, Set.of(), venue.language());
    teller.tell(new Contact(Where.of(venue), by, null, null, null), reason);
  }
}
