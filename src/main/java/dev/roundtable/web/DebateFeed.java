package dev.roundtable.web;

import dev.roundtable.chat.Moments;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Entry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Debates as they stand and as they go on, wherever they are worked on. */
public interface DebateFeed {
  /**
   * A debate after so many entries.
   *
   * @param seq of its last entry
   */
  record Snapshot(long seq, Moments moments, Debate debate) {
    /** On which it was asked, as the world counts days. */
    LocalDate day() {
      return moments.opened().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Of the entries of one debate, of which there is at least one. */
    public static Snapshot of(List<Entry> entries) {
      var debate = Debate.of(entries.stream().map(Entry::event).toList());
      return new Snapshot(entries.getLast().seq(), Moments.of(entries), debate);
    }
  }

  /** Ends a following. */
  @FunctionalInterface
  interface Following {
    void end();
  }

  /** The debate as it stands, nothing if it is unknown or was taken away. */
  Optional<Snapshot> now(DebateId debate);

  /** Hands over each later state of the debate, in order; the reader must be quick. */
  Following follow(DebateId debate, Consumer<Snapshot> reader);
}
