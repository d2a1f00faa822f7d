package dev.roundtable.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.RemoteId;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;

/**
 * Posts that go by the way back to what somebody did: the card as the answer to a command, and
 * everything where the bot is no member. Their edits do not count against the channel's limit.
 */
final class HookPosts {
  private static final Set<ErrorResponse> CLOSED =
      Set.of(
          ErrorResponse.UNKNOWN_WEBHOOK,
          ErrorResponse.INVALID_WEBHOOK_TOKEN,
          ErrorResponse.UNKNOWN_INTERACTION);

  private final DiscordRest rest;
  private final Hooks hooks;
  private final Uploads uploads;

  HookPosts(DiscordRest rest, Hooks hooks, Uploads uploads) {
    this.rest = rest;
    this.hooks = hooks;
    this.uploads = uploads;
  }

  /** Sends it, or says that it has to go by the channel. */
  Optional<RestReply> send(Destination to, Post post, Payload payload, String mark) {
    boolean card = post.key().equals(Post.ANCHOR);
    var hook = card ? hooks.of(to.debate(), to.venue().channel()) : hooks.onlyWay(to.debate());
    return hook.filter(Hook::isAcknowledged).flatMap(way -> send(way, to, payload, mark));
  }

  private Optional<RestReply> send(Hook hook, Destination to, Payload payload, String mark) {
    boolean thinking = hooks.takeThinking(to.debate(), hook);
    if (!thinking && !hook.isOnlyWay()) {
      return Optional.empty();
    }
    var reply =
        payload.inAnyForm(form ->
            thinking
                ? edit(hook, Hook.ORIGINAL, to, form, Bodies.answer(form.message(), to, mark))
                : create(hook, to, form, mark));
    if (reply instanceof RestReply.Given(var body)) {
      hooks.wentBy(hook, new RemoteId(body.path("id").asText()));
    } else if (thinking) {
      hooks.thinkAgain(to.debate(), hook);
    }
    return usable(reply).map(given -> thinking ? harmless(given) : given);
  }

  // To answer once more is to edit the answer.
  private static RestReply harmless(RestReply reply) {
    return reply instanceof RestReply.Lost(var reason)
        ? new RestReply.NotNow(Denials.SOON, reason)
        : reply;
  }

  private RestReply create(Hook hook, Destination to, Payload payload, String mark) {
    var body = Bodies.create(payload.message(), to, null, mark);
    var route = Route.Interactions.CREATE_FOLLOWUP.compile(hook.application(), hook.token());
    return rest.call(to, route, body, body, uploads.of(to, payload));
  }

  /** Edits a message that went by a hook, or says that it has to go by the channel. */
  Optional<RestReply> edit(Destination to, RemoteId message, Payload payload) {
    return Optional.ofNullable(hooks.behind(message))
        .or(() -> hooks.onlyWay(to.debate()).filter(Hook::isOpen))
        .flatMap(hook ->
            usable(
                payload.inAnyForm(form ->
                    edit(hook, message.value(), to, form, Bodies.edit(form.message(), to)))));
  }

  /** Looks for the answer to a command where nothing else can be looked at; else nothing. */
  Optional<RestReply> answer(Destination to) {
    return hooks
        .onlyWay(to.debate())
        .filter(Hook::isOpen)
        .map(hook -> {
          var route =
              Route.Interactions.GET_MESSAGE.compile(
                  hook.application(), hook.token(), Hook.ORIGINAL);
          return rest.call(to.venue().workspace(), route);
        });
  }

  private RestReply edit(
      Hook hook, String message, Destination to, Payload payload, ObjectNode body) {
    var route = Route.Interactions.EDIT_FOLLOWUP.compile(hook.application(), hook.token(), message);
    return rest.call(to, route, body, body, uploads.of(to, payload));
  }

  // A form that Discord does not take by a hook it may take by the channel.
  private static Optional<RestReply> usable(RestReply reply) {
    boolean closed =
        reply instanceof RestReply.Denied(var code, _)
            && CLOSED.contains(ErrorResponse.fromCode(code));
    return closed ? Optional.empty() : Optional.of(reply);
  }
}
