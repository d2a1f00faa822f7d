package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.session.DebateRequests;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything that the desk of a chat needs from outside.
 *
 * @param debates the debate as it stands, nothing if it is unknown
 * @param ids a fresh id with each call
 */
public record ChatPorts(
    DebateRequests requests,
    Function<DebateId, Optional<Debate>> debates,
    DeliveryLog deliveries,
    SettingsStore settings,
    Drafts drafts,
    PastDebates past,
    Shredder shredder,
    PanelGuide panels,
    Usage usage,
    Reports reports,
    InstantSource clock,
    Supplier<DebateId> ids) {
  /** The debate of that thread, or of that message, nothing if it is none of ours. */
  Optional<Debate> find(Where where, String threadOrMessage) {
    return deliveries.find(where.platform(), where.channel(), threadOrMessage).flatMap(debates);
  }
}
