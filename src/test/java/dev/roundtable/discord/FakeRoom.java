package dev.roundtable.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A channel or a thread as the fake keeps it. */
final class FakeRoom {
  /** Kinds as Discord numbers them. */
  enum Kind {
    TEXT(0),
    DIRECT(1),
    GROUP(3),
    THREAD(11),
    PRIVATE_THREAD(12),
    FORUM(15),
    MEDIA(16);

    final int number;

    Kind(int number) {
      this.number = number;
    }

    /** Whether there is nothing in it but posts. */
    boolean holdsPosts() {
      return this == FORUM || this == MEDIA;
    }

    boolean isPrivate() {
      return this == DIRECT || this == GROUP;
    }
  }

  /** A tag of a forum. */
  record Tag(String id, boolean moderated) {}

  final long id;
  final Kind kind;
  final long guild;
  final @Nullable FakeRoom parent;
  volatile String name;
  final List<FakeMessage> messages = new CopyOnWriteArrayList<>();

  /** What the bot may not do here, by Discord's names. */
  final Set<String> missing = new HashSet<>();

  /** The tags of a forum, of which a post must have one if there are any. */
  final List<Tag> tags = new CopyOnWriteArrayList<>();

  /** Those that a post has. */
  final List<String> applied = new CopyOnWriteArrayList<>();

  boolean archived;
  boolean locked;

  FakeRoom(long id, Kind kind, long guild, @Nullable FakeRoom parent, String name) {
    this.id = id;
    this.kind = kind;
    this.guild = guild;
    this.parent = parent;
    this.name = name;
  }

  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", String.valueOf(id)).put("type", kind.number);
    json.put("name", name);
    if (kind == Kind.DIRECT) {
      json.putArray("recipients").add(FakeDiscord.BOT.user());
    }
    if (kind == Kind.GROUP) {
      json.put("owner_id", FakeDiscord.BOT.id());
    }
    if (kind.holdsPosts()) {
      json.put("flags", tags.isEmpty() ? 0 : 1 << 4);
      var available = json.putArray("available_tags");
      for (var tag : tags) {
        available
            .addObject()
            .put("id", tag.id())
            .put("name", "tag " + tag.id())
            .put("moderated", tag.moderated());
      }
    }
    if (!kind.isPrivate()) {
      json.put("guild_id", String.valueOf(guild));
      json.put("position", 0);
      var everyone = json.putArray("permission_overwrites").addObject();
      long denied = missing.contains("SEND_MESSAGES") ? 1L << 11 : 0;
      denied |= missing.contains("SEND_MESSAGES_IN_THREADS") ? 1L << 38 : 0;
      everyone.put("id", String.valueOf(guild)).put("type", 0);
      everyone.put("allow", "0").put("deny", String.valueOf(denied));
    }
    if (parent != null) {
      json.put("parent_id", String.valueOf(parent.id));
      json.put("owner_id", FakeDiscord.BOT.id()).put("message_count", 0).put("member_count", 1);
      json.putObject("thread_metadata")
          .put("archived", archived)
          .put("locked", locked)
          .put("auto_archive_duration", 1440)
          .put("archive_timestamp", FakeDiscord.time(id).toString());
    }
    return json;
  }

  /** Everything in it as somebody reads it. */
  String read() {
    var texts = messages.stream().map(FakeMessage::read).toList();
    return String.join("\n\n", texts);
  }
}
