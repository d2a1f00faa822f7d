package dev.roundtable.slack;

import java.time.Duration;

/** What a call of the Web API came to. */
sealed interface SlackReply<T> {
  /** It was done. */
  record Done<T>(T answer) implements SlackReply<T> {}

  /**
   * Slack said no.
   *
   * @param error Slack's own word for it
   * @param detail what it says besides, such as the scope that is needed; may be empty
   */
  record No<T>(String error, String detail) implements SlackReply<T> {}

  /** Too much at once; nothing was done. */
  record Limited<T>(Duration after) implements SlackReply<T> {}

  /**
   * There was no answer that says what happened.
   *
   * @param untouched whether the call certainly never reached Slack
   */
  record Lost<T>(String reason, boolean untouched) implements SlackReply<T> {}
}
