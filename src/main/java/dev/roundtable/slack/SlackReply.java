package dev.roundtable.slack;

import java.time.Duration;
import java.util.function.Function;

/** What a call of the Web API came to. */
sealed interface SlackReply<T> {
  /** What came of it, with another answer if it was done. */
  default <R> SlackReply<R> map(Function<T, R> answered) {
    return then(answer -> new Done<>(answered.apply(answer)));
  }

  /** What came of the next call, or of this one unless it was done. */
  default <R> SlackReply<R> then(Function<T, SlackReply<R>> next) {
    return switch (this) {
      case Done<T>(var answer) -> next.apply(answer);
      case No<T>(var error, var detail) -> new No<>(error, detail);
      case Limited<T>(var after) -> new Limited<>(after);
      case Lost<T>(var reason, var untouched) -> new Lost<>(reason, untouched);
    };
  }

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
