package dev.roundtable.web;

import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.PanelGuide;
import dev.roundtable.chat.PastDebates;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that the web server needs from outside.
 *
 * @param metrics in the text format of Prometheus
 * @param playground absent where debates are held in a chat
 * @param hooks what else is answered on the same port
 */
public record WebPorts(
    DebateFeed feed,
    PageTokens tokens,
    DebateList debates,
    Readiness readiness,
    Supplier<String> metrics,
    Optional<PlaygroundPorts> playground,
    List<Hook> hooks,
    InstantSource clock) {
  /** What the playground needs besides. */
  public record PlaygroundPorts(ChatDesk desk, PanelGuide panels, PastDebates past) {}
}
