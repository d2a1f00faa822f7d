package dev.roundtable.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import org.jspecify.annotations.Nullable;

/** Who the bot is in its workspace, once Slack has said so. */
final class SlackIdentity {
  private volatile @Nullable String user;
  private volatile String address = "https://slack.com/";

  void learn(AuthTestResponse answer) {
    user = answer.getUserId();
    if (answer.getUrl() != null) {
      address = answer.getUrl();
    }
  }

  /** The bot's own user, null as long as Slack has not said. */
  @Nullable String user() {
    return user;
  }

  /** Of the workspace, ending with a slash. */
  String address() {
    return address;
  }
}
