package dev.roundtable.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** What became of a request to Discord. */
sealed interface RestReply {
  /** Whether it was not done for that reason. */
  default boolean isDenied(ErrorResponse reason) {
    return this instanceof Denied(var code, _) && code == reason.getCode();
  }

  /** Done; with what Discord says of it. */
  record Given(JsonNode body) implements RestReply {}

  /** Not done, for the reason that this code stands for. */
  record Denied(int code, String meaning) implements RestReply {}

  /** Certainly not done; worth another try after that time. */
  record NotNow(Duration after, String reason) implements RestReply {}

  /** Done or not: the answer was lost. */
  record Lost(String reason) implements RestReply {}
}
