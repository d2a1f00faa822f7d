package dev.roundtable.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.request.agents.sessions.AgentsSessionsSetStatusRequest;
import dev.roundtable.delivery.Destination;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's own sign that the bot is at work in a thread, with Slack's own Stop beside it; for apps
 * that are set up as agents. Nothing hangs on it: the card says the same.
 */
final class SlackWorkSign {
  private static final Logger LOG = LoggerFactory.getLogger(SlackWorkSign.class);
  private static final String SCOPE = "assistant:write";
  // Slack itself takes the sign away after an hour.
  private static final Duration HOLDS = Duration.ofMinutes(50);
  private static final int MOST = 10_000;

  private final SlackApi api;
  private final Cache<String, Boolean> shown =
      Caffeine.newBuilder().expireAfterWrite(HOLDS).maximumSize(MOST).build();
  private volatile boolean denied;

  SlackWorkSign(SlackApi api) {
    this.api = api;
  }

  /** Shows the sign, or takes it away; does nothing where it is so already. */
  void show(Destination to, String card, boolean works) {
    var asked = to.venue().thread();
    var thread = asked == null ? card : asked;
    var key = to.venue().channel() + " " + thread;
    boolean already = Boolean.valueOf(works).equals(shown.getIfPresent(key));
    if (denied || already || !api.grants(SCOPE)) {
      return;
    }
    shown.put(key, works);
    var request =
        AgentsSessionsSetStatusRequest.builder()
            .channelId(to.venue().channel())
            .threadTs(thread)
            .status(works ? "processing" : "active")
            .build();
    var reply = api.call(client -> client.agentsSessionsSetStatus(request));
    if (reply instanceof SlackReply.No<?>(var error, _)) {
      LOG.info("Slack does not show that the bot is at work: {}", error);
      denied = true;
    }
  }
}
