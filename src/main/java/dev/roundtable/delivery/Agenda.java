package dev.roundtable.delivery;

import dev.roundtable.delivery.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what comes next for a debate's posts. Pure. */
record Agenda(
    Ledger ledger,
    Patience patience,
    Map<String, String> refused,
    Function<String, Duration> editGap,
    Instant now) {
  /**
   * How long a request may still have its effect after its sender heard nothing of it, or died. A
   * look-up before that could miss the message.
   */
  static final Duration SETTLING = Duration.ofSeconds(2);

  /** The next thing to do. */
  sealed interface Step {
    record Send(Post post) implements Step {}

    record Change(Post post, Delivery row) implements Step {}

    /** It may be there. */
    record Search(Delivery row) implements Step {}

    record Delete(Delivery row) implements Step {}

    /** It is never to be sent, because the first post is not there. */
    record GiveUp(Delivery row, String reason) implements Step {}

    record Rest(Duration time) implements Step {}

    record Done() implements Step {}
  }

  /**
   * A due post is sent before a due edit is made, and a post that waits keeps back no edit. What is
   * not to be shown any more goes last: the rest of a text that grew shorter.
   */
  Step toShow(List<Post> posts) {
    var anchor = ledger.of(Post.ANCHOR);
    if (anchor != null && anchor.state() == State.FAILED) {
      return giveUp(String.valueOf(anchor.reason()));
    }
    var missing = posts.stream().filter(post -> unsent(ledger.of(post.key()))).findFirst();
    var wake = Instant.MAX;
    if (missing.isPresent()) {
      wake = due(missing.get().key());
      if (!wake.isAfter(now)) {
        return bring(missing.get());
      }
    }
    for (var post : posts) {
      var row = ledger.of(post.key());
      if (row != null && changed(post, row)) {
        var due = dueForEdit(post, row);
        if (!due.isAfter(now)) {
          return new Step.Change(post, row);
        }
        wake = due.isBefore(wake) ? due : wake;
      }
    }
    return tidy(posts, wake);
  }

  private Step tidy(List<Post> posts, Instant wake) {
    var wanted = posts.stream().map(Post::key).collect(Collectors.toSet());
    var until = wake;
    for (var row : ledger.rows().reversed()) {
      if (!wanted.contains(row.key()) && mayBeThere(row)) {
        var due = due(row.key());
        if (!due.isAfter(now)) {
          return takeAway(row);
        }
        until = due.isBefore(until) ? due : until;
      }
    }
    return restUntil(until);
  }

  // A post that failed may be there all the same, and the platform has said that it is not ours.
  private static boolean mayBeThere(Delivery row) {
    return row.state() == State.SENDING || row.state() == State.SENT;
  }

  private static Step takeAway(Delivery row) {
    return row.state() == State.SENDING ? new Step.Search(row) : new Step.Delete(row);
  }

  private Step restUntil(Instant wake) {
    return wake.equals(Instant.MAX) ? new Step.Done() : new Step.Rest(Duration.between(now, wake));
  }

  private Step giveUp(String reason) {
    return ledger.rows().stream()
        .filter(Agenda::unsent)
        .<Step>map(row -> new Step.GiveUp(row, reason))
        .findFirst()
        .orElseGet(Step.Done::new);
  }

  private static boolean unsent(@Nullable Delivery row) {
    return row == null || row.state() == State.PENDING || row.state() == State.SENDING;
  }

  private Step bring(Post post) {
    var row = ledger.of(post.key());
    return row != null && row.state() == State.SENDING ? new Step.Search(row) : new Step.Send(post);
  }

  private Instant due(String key) {
    var row = ledger.of(key);
    var patient = patience.until(key);
    if (row == null || row.state() != State.SENDING) {
      return patient;
    }
    var settled = row.at().plus(SETTLING);
    return settled.isAfter(patient) ? settled : patient;
  }

  private boolean changed(Post post, Delivery row) {
    var hash = post.hash();
    return row.state() == State.SENT
        && !hash.equals(row.hash())
        && !hash.equals(refused.get(post.key()));
  }

  private Instant dueForEdit(Post post, Delivery row) {
    var patient = patience.until(post.key());
    var rested = row.at().plus(editGap.apply(row.key()));
    return post.prompt() || patient.isAfter(rested) ? patient : rested;
  }

  /** The last post goes first and the others wait for it: the anchor goes from an empty thread. */
  Step toRemove() {
    for (var row : ledger.rows().reversed()) {
      boolean unsure = row.state() == State.SENDING;
      if (unsure || row.message() != null) {
        var due = due(row.key());
        if (due.isAfter(now)) {
          return restUntil(due);
        }
        return takeAway(row);
      }
    }
    return new Step.Done();
  }
}
