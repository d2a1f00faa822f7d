package dev.roundtable.chaos;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Courier;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Post.Place;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Shows debates in the barest words: a card that counts, a post per ballot and per verdict. */
final class StubAudience implements Audience {
  private record Shown(Lease lease, List<DebateEvent> events) {}

  private final Courier courier;
  private final Consumer<String> noted;
  private final Map<DebateId, Shown> shown = new ConcurrentHashMap<>();

  /**
   * Makes one.
   *
   * @param noted is told of each ballot once it is durable
   */
  StubAudience(Courier courier, Consumer<String> noted) {
    this.courier = courier;
    this.noted = noted;
  }

  @Override
  public void takenUp(Lease lease, List<Entry> entries, Debate debate) {
    var events = new ArrayList<>(entries.stream().map(Entry::event).toList());
    shown.put(debate.id(), new Shown(lease, events));
    show(debate);
  }

  @Override
  public void told(Entry entry, Debate debate) {
    if (entry.event() instanceof DebateEvent.BallotCast cast) {
      noted.accept(ballot(debate.id(), cast));
    }
    var current = shown.get(debate.id());
    if (current != null && entry.seq() > current.events().size()) {
      current.events().add(entry.event());
      show(debate);
    }
  }

  private void show(Debate debate) {
    var current = shown.get(debate.id());
    if (current != null) {
      var venue = debate.opened().venue();
      courier.show(current.lease(), debate.id(), venue, posts(current.events()));
    }
  }

  @Override
  public CompletableFuture<Void> handedOn(DebateId debate) {
    return courier.shown(debate);
  }

  /** A ballot in one word. */
  static String ballot(DebateId debate, DebateEvent.BallotCast cast) {
    var said = cast.ballot() instanceof Ballot.Vote vote ? vote.option().value() : "absent";
    return String.join("/", debate.value(), "" + cast.round(), cast.ballot().seat().value(), said);
  }

  /** What is to stand in the chat after these events. */
  static List<Post> posts(List<DebateEvent> events) {
    var posts = new ArrayList<Post>();
    int verdicts = 0;
    posts.add(new Post(Post.ANCHOR, Place.CHANNEL, "events: " + events.size(), false));
    for (var event : events) {
      switch (event) {
        case DebateEvent.BallotCast cast -> {
          var key = "r" + cast.round() + "." + cast.ballot().seat();
          posts.add(new Post(key, Place.THREAD, cast.ballot().toString(), false));
        }
        case DebateEvent.VerdictReached verdict -> {
          verdicts = verdict.number();
          var key = "v" + verdicts;
          posts.add(new Post(key, Place.CHANNEL, verdict.verdict().toString(), false));
          posts.add(new Post(key + ".more", Place.THREAD, "to be summed up", false));
        }
        case DebateEvent.SummaryWritten summary ->
            posts.set(
                posts.size() - 1,
                new Post("v" + verdicts + ".more", Place.THREAD, summary.toString(), true));
        default -> {}
      }
    }
    return posts;
  }
}
