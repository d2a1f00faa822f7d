package dev.roundtable.chaos;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds the log of each debate against what stands in the chat and what was acknowledged. */
final class Inspection {
  private final ChatStub chat;
  private final List<String> ballots = new ArrayList<>();
  private final Set<String> messages = new HashSet<>();
  private int debates;
  private int missing;
  private int doubled;
  private int outOfOrder;
  private int stale;
  private int open;

  Inspection(ChatStub chat) {
    this.chat = chat;
  }

  void look(DebateId id, List<DebateEvent> events) {
    debates++;
    var debate = Debate.of(events);
    if (!debate.settled()) {
      open++;
    }
    for (var event : events) {
      if (event instanceof DebateEvent.BallotCast cast) {
        ballots.add(StubAudience.ballot(id, cast));
      }
      if (event instanceof DebateEvent.FromPerson person) {
        messages.add(person.message().value());
      }
    }
    compare(id, StubAudience.posts(events), chat.messages(id.value()));
  }

  private void compare(DebateId id, List<Post> wanted, List<ChatStub.Message> there) {
    var marks = there.stream().map(ChatStub.Message::mark).toList();
    var distinct = marks.stream().distinct().toList();
    doubled += marks.size() - distinct.size();
    var expected = wanted.stream().map(post -> Post.mark(id, post.key())).toList();
    missing += (int) expected.stream().filter(mark -> !distinct.contains(mark)).count();
    if (!distinct.equals(expected.stream().filter(distinct::contains).toList())) {
      outOfOrder++;
    }
    for (int i = 0; i < expected.size(); i++) {
      int at = marks.indexOf(expected.get(i));
      if (at >= 0 && !there.get(at).text().equals(wanted.get(i).payload())) {
        stale++;
      }
    }
  }

  Findings findings(
      Chaos.Size size,
      long seed,
      Set<String> acknowledged,
      Set<String> taken,
      int unanswered,
      Duration took) {
    var cast = new HashSet<String>();
    var places = new HashSet<String>();
    int doubledBallots = 0;
    for (var ballot : ballots) {
      cast.add(ballot);
      if (!places.add(ballot.substring(0, ballot.lastIndexOf('/')))) {
        doubledBallots++;
      }
    }
    return new Findings(
        size,
        seed,
        took,
        debates,
        acknowledged.size(),
        (int) acknowledged.stream().filter(ballot -> !cast.contains(ballot)).count(),
        doubledBallots,
        taken.size(),
        (int) taken.stream().filter(message -> !messages.contains(message)).count(),
        chat.posted(),
        chat.lostAnswers(),
        missing,
        doubled,
        outOfOrder,
        stale,
        open,
        unanswered);
  }
}
