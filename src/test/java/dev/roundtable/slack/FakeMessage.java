package dev.roundtable.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A message in the fake workspace. */
final class FakeMessage {
  final String channel;
  final String ts;
  final @Nullable String thread;
  final String user;
  final String username;
  final String icon;
  final boolean broadcast;
  final Instant at;
  final JsonNode metadata;
  String text;
  JsonNode blocks;
  final List<Instant> edits = new CopyOnWriteArrayList<>();
  boolean deleted;

  FakeMessage(
      String channel, String ts, @Nullable String thread, String user, String text, Instant at) {
    this(channel, ts, thread, user, text, at, Said.PLAIN);
  }

  /** What only a bot's message has. */
  record Said(String username, String icon, boolean broadcast, JsonNode metadata, JsonNode blocks) {
    static final Said PLAIN =
        new Said("", "", false, MissingNode.getInstance(), MissingNode.getInstance());
  }

  FakeMessage(
      String channel,
      String ts,
      @Nullable String thread,
      String user,
      String text,
      Instant at,
      Said said) {
    this.channel = channel;
    this.ts = ts;
    this.thread = thread;
    this.user = user;
    this.text = text;
    this.at = at;
    this.username = said.username();
    this.icon = said.icon();
    this.broadcast = said.broadcast();
    this.metadata = said.metadata();
    this.blocks = said.blocks();
  }

  boolean inChannel() {
    return thread == null || thread.equals(ts) || broadcast;
  }

  boolean inThread(String root) {
    return ts.equals(root) || root.equals(thread);
  }
}
