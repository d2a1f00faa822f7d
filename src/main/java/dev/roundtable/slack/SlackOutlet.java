package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.roundtable.chat.Exhibits;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings messages into Slack. A message is known there by its time stamp, and by our metadata. */
public final class SlackOutlet implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(SlackOutlet.class);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration PASSING = Duration.ofSeconds(30);
  private static final Duration PICTURE = Duration.ofSeconds(2);
  private static final String CUSTOMIZE = "chat:write.customize";

  private final SlackApi api;
  private final SlackLookBack lookBack;
  private final SlackPictures pictures;
  private final SlackWorkSign sign;
  private final Refusals refusals = new Refusals();
  private volatile boolean nameless;

  /**
   * An outlet.
   *
   * @param exhibits draws the pictures of verdicts
   */
  public SlackOutlet(SlackApi api, Exhibits exhibits) {
    this.api = api;
    this.lookBack = new SlackLookBack(api);
    this.pictures = new SlackPictures(api, exhibits);
    this.sign = new SlackWorkSign(api);
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
    var picture = payload.picture();
    if (picture == null) {
      return send(to, post, payload, mark);
    }
    var file = pictures.file(to.debate(), picture, mark);
    if (file.isEmpty()) {
      return send(to, post, payload, mark);
    }
    var blocks = Optional.of(illustrated(named(payload, payload.blocks()), picture, file.get()));
    var metadata = SlackLookBack.metadata(mark, file.get());
    var reply =
        api.call(client -> client.chatPostMessage(message(to, post, payload, blocks, metadata)));
    if (isAboutBlocks(reply)) {
      return pictures.isWorthAnotherTry(mark)
          ? new Outcome.Later(PICTURE, "Slack does not show the picture yet.")
          : send(to, post, payload, mark);
    }
    return outcome(reply, answer -> new SlackId(answer.getTs(), file.get()), true);
  }

  private Outcome send(Destination to, Post post, SlackPayload payload, String mark) {
    var metadata = SlackLookBack.metadata(mark, null);
    var reply =
        tried(
            forms(payload, Optional.empty()),
            form ->
                api.call(
                    client -> client.chatPostMessage(message(to, post, payload, form, metadata))));
    if (reply instanceof SlackReply.No<ChatPostMessageResponse>(var error, var detail)
        && error.equals("missing_scope")
        && detail.contains(CUSTOMIZE)
        && !nameless) {
      LOG.warn("the Slack app lacks {}; seats are named in bold instead", CUSTOMIZE);
      nameless = true;
      return send(to, post, payload, mark);
    }
    var outcome = outcome(reply, answer -> new SlackId(answer.getTs(), null), true);
    showSign(to, payload, outcome);
    if (outcome instanceof Outcome.Refused(var reason)) {
      refusals.refused(to.debate(), reason);
    }
    return outcome;
  }

  @Override
  public Outcome edit(Destination to, Post post, RemoteId message) {
    var payload = SlackPayload.read(post.payload());
    var id = SlackId.read(message);
    var reply =
        tried(
            forms(payload, Optional.ofNullable(id.file())),
            form -> api.call(client -> client.chatUpdate(change(to, payload, form, id.ts()))));
    var outcome = outcome(reply, _ -> id, false);
    showSign(to, payload, outcome);
    return outcome;
  }

  private void showSign(Destination to, SlackPayload payload, Outcome outcome) {
    var works = payload.atWork();
    if (works != null && outcome instanceof Outcome.Done(var card)) {
      sign.show(to, SlackId.read(card).ts(), works);
    }
  }

  // The picture first: once the message is gone, nothing tells of its picture any more.
  @Override
  public Outcome delete(Destination to, Post.Place place, RemoteId message) {
    var id = SlackId.read(message);
    var file = id.file();
    SlackReply<String> gone = file == null ? new SlackReply.Done<>("") : pictures.delete(file);
    if (gone instanceof SlackReply.No<String>(var error, _)) {
      LOG.warn("a picture stays with Slack: {}", error);
    } else if (!(gone instanceof SlackReply.Done<?>)) {
      return outcome(gone, _ -> id, false);
    }
    var reply =
        api.call(client -> client.chatDelete(r -> r.channel(to.venue().channel()).ts(id.ts())));
    return outcome(reply, _ -> id, false);
  }

  @Override
  public LookUp lookUp(Destination to, Post.Place place, String mark, Instant since) {
    return lookBack.find(to, place, mark, since);
  }

  // As it should look; then plainer, as a workspace may not know a block; at last in words alone.
  private List<Optional<ArrayNode>> forms(SlackPayload payload, Optional<String> file) {
    var forms = new ArrayList<Optional<ArrayNode>>();
    var picture = payload.picture();
    Stream.of(payload.blocks(), payload.plainBlocks())
        .filter(Objects::nonNull)
        .map(blocks -> named(payload, blocks))
        .map(blocks ->
            picture == null || file.isEmpty() ? blocks : illustrated(blocks, picture, file.get()))
        .forEach(blocks -> forms.add(Optional.of(blocks)));
    forms.add(Optional.empty());
    return forms;
  }

  // Above the buttons, which stand last.
  private static ArrayNode illustrated(
      ArrayNode blocks, SlackPayload.Picture picture, String file) {
    var whole = blocks.deepCopy();
    int end = whole.size();
    boolean pressed = end > 0 && whole.get(end - 1).path("type").asText().equals("actions");
    return whole.insert(pressed ? end - 1 : end, SlackBlocks.image(file, picture.alt()));
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
    var voice = payload.voice();
    if (voice == null || !isNameless()) {
      return blocks;
    }
    var named = SlackBlocks.list();
    named.add(SlackRichText.bold(voice.name()));
    return named.addAll(blocks);
  }

  private ChatPostMessageRequest message(
      Destination to,
      Post post,
      SlackPayload payload,
      Optional<ArrayNode> blocks,
      String metadata) {
    var thread = thread(to, post);
    var request =
        ChatPostMessageRequest.builder()
            .channel(to.venue().channel())
            .text(payload.text())
            .threadTs(thread)
            .replyBroadcast(isBroadcast(to, post) && thread != null)
            .metadataAsString(metadata)
            .linkNames(false)
            .unfurlLinks(false)
            .unfurlMedia(false);
    blocks.ifPresent(form -> request.blocksAsString(form.toString()));
    var voice = payload.voice();
    if (voice != null && !isNameless()) {
      request.username(voice.name()).iconEmoji(voice.icon());
    }
    return request.build();
  }

  private static ChatUpdateRequest change(
      Destination to, SlackPayload payload, Optional<ArrayNode> blocks, String ts) {
    return ChatUpdateRequest.builder()
        .channel(to.venue().channel())
        .ts(ts)
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
      SlackReply<T> reply, Function<T, SlackId> message, boolean sends) {
    return switch (reply) {
      case SlackReply.Done<T>(var answer) -> new Outcome.Done(message.apply(answer).write());
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
