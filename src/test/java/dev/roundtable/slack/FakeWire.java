package dev.roundtable.slack;

import com.fasterxml.jackson.databind.JsonNode;

/** A way in which Slack hands things to the app. */
interface FakeWire {
  /**
   * Delivers until it is acknowledged, again after three seconds, and gives what the app answered.
   *
   * @param type as Socket Mode names it
   */
  JsonNode deliver(String type, JsonNode payload);

  /** How often something had to be delivered again. */
  int redelivered();
}
