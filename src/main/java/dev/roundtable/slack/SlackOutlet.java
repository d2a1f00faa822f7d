package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.LookUp;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Rate;
import dev.roundtable.delivery.RemoteId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings messages into Slack. A message is known there by its time stamp, and by our metadata. */
public final class SlackOutlet implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(SlackOutlet.class);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration PASSING = Duration.ofSeconds(30);
  private static final String CUSTOMIZE = "chat:write.customize";

  private final SlackApi api;
  private final SlackLookBack lookBack;
  private final Refusals refusals = new Refusals();
  private volatile boolean nameless;

  public SlackOutlet(SlackApi api) {
    this.api = api;
    this.lookBack = new SlackLookBack(api);
  }

  /** Who hears why the debates' cards cannot be posted. */
  Refusals refusals() {
    return refusals;
  }

  @Override
  public List<Rate> rates(Destination to, Action action) {
    var workspace = "slack:" + to.venue().workspace();
    return switch (action) {
      case SEND ->
          List.of(
              new Rate(
                  workspace + ":" + to.venue().channel(),
                  SlackLimits.POST_INTERVAL,
                  SlackLimits.POST_BURST));
      case EDIT -> List.of(tier3(workspace + ":chat.update"));
      case DELETE -> List.of(tier3(workspace + ":chat.delete"));
    };
  }

  private static Rate tier3(String bucket) {
    return new Rate(bucket, SlackLimits.TIER_3_INTERVAL, SlackLimits.TIER_3_BURST);
  }

  @Override
  public Duration editGap() {
    return SlackLimits.EDIT_GAP;
  }

  @Override
  public Outcome send(Destination to, Post post, String mark) {
    var payload = SlackPayload.read(post.payload());
    var reply =
        tried(
            forms(payload),
            form ->
                api.call(client -> client.chatPostMessage(message(to, post, payload, form, mark))));
    if (reply instanceof SlackReply.No<ChatPostMessageResponse>(var error, var detail)
        && error.equals("missing_scope")
        && detail.contains(CUSTOMIZE)
        && !nameless) {
      LOG.warn("the Slack app lacks {}; seats are named in bold instead", CUSTOMIZE);
      nameless = true;
      return send(to, post, mark);
    }
    var outcome = outcome(reply, ChatPostMessageResponse::getTs, true);
    if (post.key().equals(Post.ANCHOR) && outcome instanceof Outcome.Refused(var reason)) {
      refusals.refused(to.debate(), reason);
    }
    return outcome;
  }

  @Override
  public Outcome edit(Destination to, Post post, RemoteId message) {
    var payload = SlackPayload.read(post.payload());
    var reply =
        tried(
            forms(payload),
            form -> api.call(client -> client.chatUpdate(change(to, payload, form, message))));
    return outcome(reply, ChatUpdateResponse::getTs, false);
  }

  @Override
  public Outcome delete(Destination to, Post.Place place, RemoteId message) {
    var reply =
        api.call(
            client -> client.chatDelete(r -> r.channel(to.venue().channel()).ts(message.value())));
    return outcome(reply, _ -> message.value(), false);
  }

  @Override
  public LookUp lookUp(Destination to, Post.Place place, String mark, Instant since) {
    return lookBack.find(to, place, mark, since);
  }

  // As it should look; then plainer, as a workspace may not know a block; at last in words alone.
  private List<Optional<ArrayNode>> forms(SlackPayload payload) {
    var forms = new ArrayList<Optional<ArrayNode>>();
    forms.add(Optional.of(named(payload, payload.blocks())));
    var plain = payload.plainBlocks();
    if (plain != null) {
      forms.add(Optional.of(named(payload, plain)));
    }
    forms.add(Optional.empty());
    return forms;
  }

  private static <T> SlackReply<T> tried(
      List<Optional<ArrayNode>> forms, Function<Optional<ArrayNode>, SlackReply<T>> call) {
    var reply = call.apply(forms.getFirst());
    for (int i = 1; i < forms.size() && isAboutBlocks(reply); i++) {
      LOG.warn("Slack did not take a message's blocks, a plainer form goes: {}", reply);
      reply = call.apply(forms.get(i));
    }
    return reply;
  }

  private static boolean isAboutBlocks(SlackReply<?> reply) {
    return reply instanceof SlackReply.No<?>(var error, _)
        && (error.startsWith("invalid_blocks") || error.equals("msg_blocks_too_long"));
  }

  private boolean isNameless() {
    return nameless || api.lacks(CUSTOMIZE);
  }

  private ArrayNode named(SlackPayload payload, ArrayNode blocks) {
    var name = payload.name();
    if (name == null || !isNameless()) {
      return blocks;
    }
    var named = SlackBlocks.list();
    named.add(SlackRichText.bold(name));
    return named.addAll(blocks);
  }

  private ChatPostMessageRequest message(
      Destination to, Post post, SlackPayload payload, Optional<ArrayNode> blocks, String mark) {
    var thread = thread(to, post);
    var request =
        ChatPostMessageRequest.builder()
            .channel(to.venue().channel())
            .text(payload.text())
            .threadTs(thread)
            .replyBroadcast(isBroadcast(to, post) && thread != null)
            .metadataAsString(SlackLookBack.metadata(mark))
            .linkNames(false)
            .unfurlLinks(false)
            .unfurlMedia(false);
    blocks.ifPresent(form -> request.blocksAsString(form.toString()));
    if (payload.name() != null && !isNameless()) {
      request.username(payload.name()).iconEmoji(payload.icon());
    }
    return request.build();
  }

  private static ChatUpdateRequest change(
      Destination to, SlackPayload payload, Optional<ArrayNode> blocks, RemoteId message) {
    return ChatUpdateRequest.builder()
        .channel(to.venue().channel())
        .ts(message.value())
        .text(payload.text())
        .linkNames(false)
        .blocksAsString(blocks.orElseGet(SlackBlocks::list).toString())
        .build();
  }

  // A debate that was asked in a thread stays there: Slack has no threads in threads.
  private static @Nullable String thread(Destination to, Post post) {
    var asked = to.venue().thread();
    var anchor = to.anchor();
    if (asked != null || anchor == null || post.key().equals(Post.ANCHOR)) {
      return asked;
    }
    return anchor.value();
  }

  private static boolean isBroadcast(Destination to, Post post) {
    return post.place() == Post.Place.CHANNEL
        && !post.key().equals(Post.ANCHOR)
        && to.venue().thread() == null;
  }

  private static <T> Outcome outcome(
      SlackReply<T> reply, Function<T, String> message, boolean sends) {
    return switch (reply) {
      case SlackReply.Done<T>(var answer) -> new Outcome.Done(new RemoteId(message.apply(answer)));
      case SlackReply.Limited<T>(var after) ->
          new Outcome.Later(after, "Slack takes no more of this for the moment.");
      case SlackReply.Lost<T>(var reason, var untouched) ->
          untouched || !sends ? new Outcome.Later(SOON, reason) : new Outcome.Unsure(reason);
      case SlackReply.No<T> no -> refused(no, sends);
    };
  }

  private static Outcome refused(SlackReply.No<?> no, boolean sends) {
    var sentence = SlackErrors.sentence(no);
    if (SlackErrors.isGone(no.error())) {
      return new Outcome.Gone(sentence);
    }
    if (SlackErrors.isUnclear(no.error())) {
      return sends ? new Outcome.Unsure(sentence) : new Outcome.Later(SOON, sentence);
    }
    return SlackErrors.isPassing(no.error())
        ? new Outcome.Later(PASSING, sentence)
        : new Outcome.Refused(sentence);
  }
}
