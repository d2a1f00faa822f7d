package dev.roundtable.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import org.jspecify.annotations.Nullable;

/** Who the bot is in its workspace, once Slack has said so. */
final class SlackIdentity {
  private volatile @Nullable String user;
  private volatile @Nullable String organisation;
  private volatile String address = "https://slack.com/";

  void learn(AuthTestResponse answer) {
    user = answer.getUserId();
    organisation = answer.getEnterpriseId();
    if (answer.getUrl() != null) {
      address = answer.getUrl();
    }
  }

  /** The bot's own user, null as long as Slack has not said. */
  @Nullable String user() {
    return user;
  }

  /** The Enterprise organisation of its workspace, null if there is none or Slack has not said. */
  @Nullable String organisation() {
    return organisation;
  }

  /** Of the workspace, ending with a slash. */
  String address() {
    return address;
  }
}
