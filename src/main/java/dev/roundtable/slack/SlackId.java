package dev.roundtable.slack;

import dev.roundtable.delivery.RemoteId;
import org.jspecify.annotations.Nullable;

/**
 * By what a message is found in Slack.
 *
 * @param file that it shows and that goes with it, null if it shows none
 */
record SlackId(String ts, @Nullable String file) {
  private static final String AND = "+";

  static SlackId read(RemoteId id) {
    int end = id.value().indexOf(AND);
    return end < 0
        ? new SlackId(id.value(), null)
        : new SlackId(id.value().substring(0, end), id.value().substring(end + AND.length()));
  }

  RemoteId write() {
    return new RemoteId(file == null ? ts : ts + AND + file);
  }
}
