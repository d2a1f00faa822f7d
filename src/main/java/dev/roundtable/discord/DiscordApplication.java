package dev.roundtable.discord;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * The application as Discord has it.
 *
 * @param readsContent whether it was granted the message content intent
 * @param isPublic whether anybody can add it to a server
 */
public record DiscordApplication(String id, boolean readsContent, boolean isPublic) {
  /** What a look at it came to. */
  public sealed interface Look {
    record Found(DiscordApplication application) implements Look {}

    /** Discord does not know the token. */
    record TokenRefused() implements Look {}

    record Unreachable(String reason) implements Look {}
  }

  // Application resource, Application Flags: granted, or granted to a small application.
  private static final int MESSAGE_CONTENT = 1 << 18 | 1 << 19;
  private static final int UNAUTHORIZED = 401;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OkHttpClient HTTP =
      new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(10)).build();

  /** Asks Discord, for ten seconds at most. */
  public static Look look(URI api, String token) {
    var request =
        new Request.Builder()
            .url(api.resolve("applications/@me").toString())
            .header("Authorization", "Bot " + token)
            .build();
    try (var response = HTTP.newCall(request).execute()) {
      if (response.code() == UNAUTHORIZED) {
        return new Look.TokenRefused();
      }
      if (!response.isSuccessful()) {
        return new Look.Unreachable("HTTP " + response.code());
      }
      var json = JSON.readTree(response.body().string());
      boolean content = (json.path("flags").asInt() & MESSAGE_CONTENT) != 0;
      return new Look.Found(
          new DiscordApplication(
              json.path("id").asText(), content, json.path("bot_public").asBoolean(true)));
    } catch (IOException e) {
      return new Look.Unreachable(e.getClass().getSimpleName() + ": " + e.getMessage());
    } catch (IllegalArgumentException _) {
      // A token with a line break in it cannot be sent, and is none.
      return new Look.TokenRefused();
    }
  }
}
