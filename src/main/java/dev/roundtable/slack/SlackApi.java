package dev.roundtable.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.roundtable.safety.Redaction;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Slack's Web API under the bot's token. Calls block; an interrupted one ends and is lost. It knows
 * whether Slack takes the token, which is all of its health.
 */
public final class SlackApi {
  private static final int CALL_TIMEOUT_MILLIS = 30_000;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);
  private static final Set<String> BAD_TOKEN =
      Set.of(
          "account_inactive",
          "app_uninstalled",
          "invalid_auth",
          "not_authed",
          "org_login_required",
          "token_expired",
          "token_revoked");

  /** A call with everything that it says. */
  @FunctionalInterface
  interface Call<T> {
    T by(MethodsClient client) throws IOException, SlackApiException;
  }

  private final SlackSettings settings;
  private final Slack slack;
  private final OkHttpClient plain;
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
  private final AtomicLong limited = new AtomicLong();
  private volatile Set<String> scopes = Set.of();

  public SlackApi(SlackSettings settings) {
    this.settings = settings;
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(withSlash(settings.apiUrl().toString()));
    config.setHttpClientCallTimeoutMillis(CALL_TIMEOUT_MILLIS);
    config.setHttpClientReadTimeoutMillis(CALL_TIMEOUT_MILLIS);
    config.setHttpClientWriteTimeoutMillis(CALL_TIMEOUT_MILLIS);
    config.setStatsEnabled(false);
    // A post that was sent again behind our back would be there twice.
    var once =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .build();
    var http = new SlackHttpClient(once);
    http.setConfig(config);
    this.slack = Slack.getInstance(config, http);
    this.plain = once;
  }

  private static String withSlash(String url) {
    return url.endsWith("/") ? url : url + "/";
  }

  Slack slack() {
    return slack;
  }

  SlackSettings settings() {
    return settings;
  }

  /** What is wrong with the token, nothing if Slack took it last. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble.get());
  }

  /** How often Slack has said that it was asked too often. */
  public long limited() {
    return limited.get();
  }

  /** Whether the app was given that scope, as far as Slack has said. */
  boolean lacks(String scope) {
    return !scopes.isEmpty() && !scopes.contains(scope);
  }

  /** Whether Slack has said that the app was given that scope. */
  boolean grants(String scope) {
    return scopes.contains(scope);
  }

  /** Puts a file where Slack wants it; answers why that failed, nothing if it did not. */
  Optional<String> put(String url, byte[] content) {
    var request = new Request.Builder().url(url).post(RequestBody.create(content)).build();
    try (var answer = plain.newCall(request).execute()) {
      return answer.isSuccessful()
          ? Optional.empty()
          : Optional.of("Slack took no file: HTTP status " + answer.code() + ".");
    } catch (IOException e) {
      return Optional.of("Slack took no file: " + reason(e));
    }
  }

  <T extends SlackApiTextResponse> SlackReply<T> call(Call<T> call) {
    var token = settings.botToken().read();
    if (token.isEmpty()) {
      trouble.set("There is no Slack bot token in " + settings.botToken().origin() + ".");
      return new SlackReply.No<>("not_authed", "");
    }
    try {
      var answer = call.by(slack.methods(token.get()));
      noteScopes(answer.getHttpResponseHeaders());
      if (!answer.isOk()) {
        return refused(answer);
      }
      trouble.set(null);
      return new SlackReply.Done<>(answer);
    } catch (SlackApiException e) {
      return failed(e);
    } catch (ConnectException | NoRouteToHostException | UnknownHostException e) {
      return new SlackReply.Lost<>("Slack cannot be reached: " + reason(e), true);
    } catch (IOException e) {
      return new SlackReply.Lost<>("The connection to Slack broke: " + reason(e), false);
    } catch (JsonParseException e) {
      return new SlackReply.Lost<>("What answered is not Slack: no JSON came back.", false);
    }
  }

  private <T extends SlackApiTextResponse> SlackReply<T> refused(T answer) {
    var error = Objects.requireNonNullElse(answer.getError(), "unknown_error");
    if (BAD_TOKEN.contains(error)) {
      trouble.set(badToken(error, settings.botToken().origin()));
    }
    var needed = answer.getNeeded();
    return new SlackReply.No<>(error, needed == null ? "" : needed);
  }

  static String badToken(String error, String origin) {
    return "Slack does not take the token of %s (%s). Install the app again and put the new token there."
        .formatted(origin, error);
  }

  private <T> SlackReply<T> failed(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == TOO_MANY_REQUESTS) {
      limited.incrementAndGet();
      return new SlackReply.Limited<>(retryAfter(e));
    }
    return new SlackReply.Lost<>("Slack answered with HTTP status " + status + ".", false);
  }

  private static Duration retryAfter(SlackApiException e) {
    var header = e.getResponse().header("Retry-After");
    try {
      return header == null ? DEFAULT_WAIT : Duration.ofSeconds(Long.parseLong(header.strip()));
    } catch (NumberFormatException _) {
      return DEFAULT_WAIT;
    }
  }

  private void noteScopes(@Nullable Map<String, List<String>> headers) {
    var found = headers == null ? null : headers.get("x-oauth-scopes");
    if (found != null && !found.isEmpty() && !found.getFirst().isBlank()) {
      scopes = Set.of(found.getFirst().split("\\s*,\\s*"));
    }
  }

  private static String reason(IOException e) {
    var message = e.getMessage();
    return e.getClass().getSimpleName() + (message == null ? "" : ", " + Redaction.redact(message));
  }
}
