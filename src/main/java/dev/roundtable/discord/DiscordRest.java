package dev.roundtable.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.delivery.Destination;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests that name channels and messages by their ids alone. JDA's public methods want them in
 * its cache, out of which threads drop when they are archived and everything when a session is
 * lost; so this, and only this, goes one step behind them, and keeps JDA's rate limits and retries.
 */
final class DiscordRest {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordRest.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration TOKEN_REFUSED = Duration.ofSeconds(30);
  // Five seconds' worth of what Discord takes in one channel.
  private static final int MOST_SIGNS = 20;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int NO_CONTENT = 204;
  private static final int UNAUTHORIZED = 401;
  private static final String AWAY = "The bot is not connected to Discord.";

  private final Semaphore signs = new Semaphore(MOST_SIGNS);
  private final AtomicReference<@Nullable ShardManager> shards = new AtomicReference<>();

  void connect(ShardManager manager) {
    shards.set(manager);
  }

  void disconnect() {
    shards.set(null);
  }

  /** The server as it is known at the moment, null while it is not. */
  @Nullable Guild guild(String id) {
    var manager = shards.get();
    return manager == null ? null : manager.getGuildById(id);
  }

  RestReply call(String guild, Route.CompiledRoute route) {
    return call(guild, route, (RequestBody) null);
  }

  RestReply call(String guild, Route.CompiledRoute route, JsonNode body) {
    return call(guild, route, RequestBody.create(body.toString(), JSON_TYPE));
  }

  /**
   * Brings a message somewhere.
   *
   * @param body of the request
   * @param message the message in it, or all of it
   */
  RestReply call(
      Destination to,
      Route.CompiledRoute route,
      ObjectNode body,
      ObjectNode message,
      List<Uploads.Upload> files) {
    return call(to.venue().workspace(), route, body, message, files);
  }

  /** The same, to a server. */
  RestReply call(
      String guild,
      Route.CompiledRoute route,
      ObjectNode body,
      ObjectNode message,
      List<Uploads.Upload> files) {
    if (files.isEmpty()) {
      return call(guild, route, body);
    }
    var attachments = message.putArray("attachments");
    var parts = new MultipartBody.Builder().setType(MultipartBody.FORM);
    for (int i = 0; i < files.size(); i++) {
      var file = files.get(i);
      var attachment = attachments.addObject().put("id", i).put("filename", file.name());
      if (file.description() != null) {
        attachment.put("description", file.description());
      }
      parts.addFormDataPart("files[" + i + "]", file.name(), file.content());
    }
    parts.addFormDataPart("payload_json", null, RequestBody.create(body.toString(), JSON_TYPE));
    return call(guild, route, parts.build());
  }

  /** Something that belongs to no server. */
  RestReply put(Route.CompiledRoute route, String json) {
    return call("", route, RequestBody.create(json, JSON_TYPE));
  }

  /**
   * Gives a sign that nobody waits for, unless many are under way already: what is worth more goes
   * through the same limits.
   */
  void sign(String guild, Route.CompiledRoute route) {
    var jda = shard(guild);
    if (jda != null && signs.tryAcquire()) {
      new RestActionImpl<Void>(jda, route)
          .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .queue(
              _ -> signs.release(),
              failure -> {
                signs.release();
                LOG.info("{} came to nothing: {}", route, failed(failure));
              });
    }
  }

  private RestReply call(String guild, Route.CompiledRoute route, @Nullable RequestBody body) {
    var jda = shard(guild);
    if (jda == null) {
      return new RestReply.NotNow(SOON, AWAY);
    }
    try {
      var action = new RestActionImpl<JsonNode>(jda, route, body, (response, _) -> read(response));
      return await(action);
    } catch (RejectedExecutionException _) {
      return new RestReply.NotNow(SOON, AWAY);
    }
  }

  // Requests to a guild go through its own shard, where JDA counts them.
  private @Nullable JDA shard(String guild) {
    var manager = shards.get();
    if (manager == null || manager.getShardCache().isEmpty()) {
      return null;
    }
    long id = guild.isEmpty() ? 0 : Long.parseUnsignedLong(guild);
    int own = (int) ((id >>> 22) % Math.max(1, manager.getShardsTotal()));
    var shard = manager.getShardById(own);
    return shard == null ? manager.getShardCache().iterator().next() : shard;
  }

  private static JsonNode read(Response response) {
    var text = response.getString();
    if (response.code == NO_CONTENT) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Discord answered with no JSON", e);
    }
  }

  private static RestReply await(RestActionImpl<JsonNode> action) {
    var answer = action.submit(true);
    try {
      return new RestReply.Given(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (TimeoutException _) {
      answer.cancel(true);
      return new RestReply.Lost("Discord did not answer within " + PATIENCE.toSeconds() + " s.");
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new RestReply.Lost("It was interrupted.");
    }
  }

  private static RestReply failed(@Nullable Throwable cause) {
    return switch (cause) {
      case ErrorResponseException e when e.getResponse().code > 0 -> denied(e);
      case RateLimitedException e ->
          new RestReply.NotNow(Duration.ofMillis(e.getRetryAfter()), "Discord's limit is reached.");
      case null -> new RestReply.Lost("The request failed.");
      default -> new RestReply.Lost("The answer was lost (" + cause.getMessage() + ").");
    };
  }

  private static RestReply denied(ErrorResponseException e) {
    int status = e.getResponse().code;
    if (status >= FIRST_SERVER_ERROR) {
      return new RestReply.Lost("Discord has trouble of its own (HTTP " + status + ").");
    }
    // A way back that is closed is refused in the same way, but with a code of its own.
    if (status == UNAUTHORIZED && e.getErrorResponse() != ErrorResponse.INVALID_WEBHOOK_TOKEN) {
      return new RestReply.NotNow(TOKEN_REFUSED, "Discord does not accept the bot's token.");
    }
    return new RestReply.Denied(e.getErrorCode(), e.getMeaning());
  }
}
