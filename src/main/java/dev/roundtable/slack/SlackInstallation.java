package dev.roundtable.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The app as Slack has it.
 *
 * @param knowsUserGroups whether it was given the scope to ask who is in which user group
 */
public record SlackInstallation(boolean knowsUserGroups) {
  private static final Pattern USER_GROUP = Pattern.compile("S[A-Z0-9]+");

  /** What a look at it came to. */
  public sealed interface Look {
    record Found(SlackInstallation installation) implements Look {}

    /** The reason is a sentence that says what helps. */
    record Failed(String reason) implements Look {}
  }

  /** Asks Slack. */
  public static Look look(SlackApi api) {
    return switch (api.call(client -> client.authTest(r -> r))) {
      case SlackReply.Done<AuthTestResponse> _ ->
          new Look.Found(new SlackInstallation(!api.lacks(SlackGroups.SCOPE)));
      case SlackReply.No<AuthTestResponse> no ->
          new Look.Failed(api.trouble().orElseGet(() -> SlackErrors.sentence(no)));
      case SlackReply.Limited<AuthTestResponse> _ ->
          new Look.Failed("Slack takes no more of this for the moment.");
      case SlackReply.Lost<AuthTestResponse>(var reason, _) -> new Look.Failed(reason);
    };
  }

  /** Those of the ids that are user groups, unless Slack tells who is in them. */
  public static List<String> unseenGroups(SlackApi api, Collection<String> ids) {
    return api.lacks(SlackGroups.SCOPE) ? userGroups(ids) : List.of();
  }

  /** Those of the ids that are user groups of Slack, in order. */
  public static List<String> userGroups(Collection<String> ids) {
    return ids.stream().filter(USER_GROUP.asMatchPredicate()).distinct().sorted().toList();
  }
}
