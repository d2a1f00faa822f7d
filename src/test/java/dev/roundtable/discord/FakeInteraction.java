package dev.roundtable.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Something a person did that the bot has to answer within three seconds. */
final class FakeInteraction {
  final long id;
  final String token;
  final FakeDiscord.Someone by;
  final FakeRoom room;
  final long startedNanos = System.nanoTime();
  final List<FakeMessage> answers = new CopyOnWriteArrayList<>();
  final CompletableFuture<Long> acknowledgedAfter = new CompletableFuture<>();
  volatile boolean acknowledged;
  volatile boolean deferred;

  /** Whether everybody sees the bot thinking. */
  volatile boolean open;

  /** Whether the thinking was taken back. */
  volatile boolean withdrawn;

  /** What everybody sees of the answer. */
  final List<FakeMessage> shown = new CopyOnWriteArrayList<>();

  volatile boolean expired;
  volatile @Nullable ObjectNode modal;
  volatile @Nullable JsonNode choices;
  volatile @Nullable FakeMessage source;

  FakeInteraction(long id, FakeDiscord.Someone by, FakeRoom room) {
    this.id = id;
    this.token = "token-" + id;
    this.by = by;
    this.room = room;
  }

  /** Whether everybody sees the bot thinking for ever. */
  boolean thinks() {
    return open && !withdrawn && shown.isEmpty();
  }

  boolean late() {
    return System.nanoTime() - startedNanos > 3_000_000_000L;
  }

  /** All that was said to the person alone. */
  String read() {
    var texts = answers.stream().map(FakeMessage::read).toList();
    return String.join("\n\n", texts);
  }
}
