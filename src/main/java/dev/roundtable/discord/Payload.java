package dev.roundtable.discord;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.function.Function;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.jspecify.annotations.Nullable;

/**
 * A post in Discord's form.
 *
 * @param message the body of Create Message as it should stand
 * @param plain the same without components of the second kind, for where they are not taken; null
 *     if the message has none
 * @param pushed what to say first and to replace at once, as a notification does not show
 *     components; null if nothing
 * @param mentioned the one person who is notified, null if nobody is
 * @param file what did not fit, null if all did
 * @param picture what to draw with it, null if nothing
 * @param thread the name of the thread that hangs on it, null if none does
 * @param keystone whether it goes to the channel where no thread can be made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Payload(
    ObjectNode message,
    @Nullable ObjectNode plain,
    @Nullable ObjectNode pushed,
    @Nullable String mentioned,
    @Nullable Attachment file,
    @Nullable Picture picture,
    @Nullable String thread,
    boolean keystone) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A file of words.
   *
   * @param line what the message says of it
   * @param instead what it says where no file can be attached
   */
  record Attachment(String name, String text, String line, String instead) {
    // What an earlier version left to be posted names neither.
    Attachment {
      line = Objects.requireNonNullElse(line, "");
      instead = Objects.requireNonNullElse(instead, "");
    }
  }

  /**
   * The picture of a verdict.
   *
   * @param alt the same in words
   */
  record Picture(int verdict, String alt) {
    String name() {
      return "verdict-" + verdict + ".png";
    }
  }

  static Payload of(ObjectNode message) {
    return new Payload(message, null, null, null, null, null, null, false);
  }

  private Payload as(ObjectNode other) {
    return new Payload(other, null, null, mentioned, file, picture, thread, keystone);
  }

  Payload orPlain(ObjectNode other) {
    return new Payload(message, other, pushed, mentioned, file, picture, thread, keystone);
  }

  Payload pushing(ObjectNode first, @Nullable String person) {
    return new Payload(message, plain, first, person, file, picture, thread, keystone);
  }

  Payload with(@Nullable Attachment attachment) {
    return new Payload(message, plain, pushed, mentioned, attachment, picture, thread, keystone);
  }

  /** With that picture, which the message shows already. */
  Payload with(@Nullable Picture drawn) {
    return new Payload(message, plain, pushed, mentioned, file, drawn, thread, keystone);
  }

  Payload threadNamed(String name) {
    return new Payload(message, plain, pushed, mentioned, file, picture, name, keystone);
  }

  Payload asKeystone(boolean yes) {
    return new Payload(message, plain, pushed, mentioned, file, picture, thread, yes);
  }

  /** What is said first: what is pushed if anything is. */
  Payload first() {
    return pushed == null ? this : as(pushed);
  }

  private Payload withoutFiles() {
    var bare = message.deepCopy();
    Components.removeGalleries(bare);
    if (file != null) {
      Components.removeFile(bare, file.line(), file.instead());
    }
    return as(bare)
        .orPlain(plain == null ? bare : plain)
        .with((Attachment) null)
        .with((Picture) null);
  }

  /**
   * Does it with the message as it should stand; in plain words where Discord refuses that, and
   * without its picture and its file where the bot may attach none.
   */
  RestReply inAnyForm(Function<Payload, RestReply> action) {
    var reply = action.apply(this);
    if (reply.isDenied(ErrorResponse.INVALID_FORM_BODY) && plain != null) {
      return action.apply(as(plain));
    }
    boolean attaches = picture != null || file != null;
    return reply.isDenied(ErrorResponse.MISSING_PERMISSIONS) && attaches
        ? withoutFiles().inAnyForm(action)
        : reply;
  }

  /** Without a link to a thread that is not there. */
  Payload unlinked() {
    var other = plain == null ? null : Components.withoutLinks(plain, CardForm.THREAD);
    var first = pushed == null ? null : Components.withoutLinks(pushed, CardForm.THREAD);
    var bare = Components.withoutLinks(message, CardForm.THREAD);
    return new Payload(bare, other, first, mentioned, file, picture, thread, keystone);
  }

  static Payload read(String json) {
    try {
      return JSON.readValue(json, Payload.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a payload for Discord", e);
    }
  }

  String write() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a payload is always JSON", e);
    }
  }
}
