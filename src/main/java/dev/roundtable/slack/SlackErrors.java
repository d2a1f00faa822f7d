package dev.roundtable.slack;

import java.util.Map;
import java.util.Set;

/** Slack's words for what went wrong, as sentences that name the cause and what helps. */
final class SlackErrors {
  private static final String INVITE = "Type /invite @roundtable in the channel, then ask again.";
  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("not_in_channel", "The bot is not in this channel. " + INVITE),
          Map.entry("channel_not_found", "The bot cannot see this channel. " + INVITE),
          Map.entry("is_archived", "The channel is archived. Unarchive it, then ask again."),
          Map.entry(
              "restricted_action",
              "The workspace does not let apps post here. An admin can change who may post."),
          Map.entry(
              "restricted_action_read_only_channel",
              "Only some people may post in this channel. An admin can let the bot."),
          Map.entry(
              "restricted_action_thread_only_channel",
              "This channel takes replies in threads only. Ask in another channel."),
          Map.entry("restricted_action_thread_locked", "The thread is locked. Ask in the channel."),
          Map.entry(
              "team_access_not_granted",
              "The app is not installed in this workspace. An admin can add it."),
          Map.entry(
              "ekm_access_denied", "The organisation’s key management does not let the bot post."),
          Map.entry("expired_trigger_id", "That took too long for Slack. Please do it again."),
          Map.entry("message_limit_exceeded", "The workspace has reached its limit of messages."),
          Map.entry("cannot_reply_to_message", "Slack takes no replies to this message."));
  private static final Set<String> GONE =
      Set.of("message_not_found", "thread_not_found", "channel_deleted", "message_deleted");
  private static final Set<String> PASSING =
      Set.of(
          "access_denied_temporarily",
          "rate_limited",
          "ratelimited",
          "request_timeout",
          "service_unavailable",
          "team_added_to_org",
          "upgrade_required",
          "account_inactive",
          "app_uninstalled",
          "invalid_auth",
          "not_authed",
          "org_login_required",
          "token_expired",
          "token_revoked");
  private static final Set<String> UNCLEAR = Set.of("fatal_error", "internal_error");

  private SlackErrors() {}

  /** Whether what was to be changed is not there any more. */
  static boolean isGone(String error) {
    return GONE.contains(error);
  }

  /** Whether nothing was done, and it may work later: a bad token may be replaced too. */
  static boolean isPassing(String error) {
    return PASSING.contains(error);
  }

  /** Whether Slack itself does not know if it was done. */
  static boolean isUnclear(String error) {
    return UNCLEAR.contains(error);
  }

  static String sentence(SlackReply.No<?> no) {
    if (no.error().equals("missing_scope")) {
      return "The Slack app lacks the scope "
          + (no.detail().isEmpty() ? "for this" : no.detail())
          + ". Add it under OAuth & Permissions, and install the app again.";
    }
    var known = SENTENCES.get(no.error());
    if (known != null) {
      return known;
    }
    return "Slack refused: "
        + no.error()
        + (no.detail().isEmpty() ? "." : " (" + no.detail() + ").");
  }
}
