package dev.roundtable.delivery;

import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Post.Place;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A strict platform: it keeps what is posted, and notes each breach of its rules. */
final class FakeChat implements Outlet {
  static final Duration GAP = Duration.ofSeconds(3);
  static final Duration SEND_EVERY = Duration.ofSeconds(1);
  static final Duration EDIT_EVERY = Duration.ofMillis(400);

  /** What goes wrong with a call. */
  sealed interface Mishap {
    /** It happens, and nobody hears of it. */
    record AnswerLost() implements Mishap {}

    /** It does not happen, and nobody hears of it. */
    record NeverArrived() implements Mishap {}

    /** It does not happen. */
    record Answers(Outcome outcome) implements Mishap {}

    /** It happens after that time, unless the call is interrupted. */
    record Takes(Duration time) implements Mishap {}

    /** It happens, and then the caller dies. */
    record DiesAfter() implements Mishap {}

    /** The caller dies before anything happens. */
    record DiesBefore() implements Mishap {}
  }

  /** The end of a process. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A message as it stands. */
  record Message(DebateId debate, Place place, RemoteId id, String mark, String text, Instant at) {}

  private final Timer timer;
  private final Supplier<Optional<Mishap>> chance;
  private final Queue<Mishap> planned = new ConcurrentLinkedQueue<>();
  private final Queue<LookUp> plannedLookUps = new ConcurrentLinkedQueue<>();
  private final List<Message> messages = new ArrayList<>();
  private final Map<RemoteId, Instant> edited = new HashMap<>();
  private final Map<String, Instant> dues = new HashMap<>();
  private final Map<String, Instant> notBefore = new HashMap<>();
  private final List<String> breaches = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private int named;
  private @Nullable Instant lookedUpSince;

  FakeChat(Timer timer) {
    this(timer, Optional::empty);
  }

  FakeChat(Timer timer, Supplier<Optional<Mishap>> chance) {
    this.timer = timer;
    this.chance = chance;
  }

  void next(Mishap... mishaps) {
    planned.addAll(List.of(mishaps));
  }

  void nextLookUp(LookUp answer) {
    plannedLookUps.add(answer);
  }

  @Override
  public List<Rate> rates(Destination to, Action action) {
    var every = action == Action.SEND ? SEND_EVERY : EDIT_EVERY;
    return List.of(new Rate(to.venue().channel() + "/" + action, every, 1));
  }

  @Override
  public Duration editGap() {
    return GAP;
  }

  @Override
  public Outcome send(Destination to, Post post, String mark) {
    breathe(to, Action.SEND);
    return meet("send " + post.key(), mark, () -> post(to, post, mark));
  }

  private synchronized Outcome post(Destination to, Post post, String mark) {
    if (messages.stream().anyMatch(message -> message.mark().equals(mark))) {
      breaches.add(post.key() + " is posted twice");
    }
    boolean thread = post.place() == Place.THREAD;
    if (thread && messages.stream().noneMatch(message -> message.id().equals(to.anchor()))) {
      breaches.add(post.key() + " has no thread");
    }
    var id = new RemoteId("m" + ++named);
    messages.add(new Message(to.debate(), post.place(), id, mark, post.payload(), timer.now()));
    return new Outcome.Done(id);
  }

  @Override
  public Outcome edit(Destination to, Post post, RemoteId id) {
    breathe(to, Action.EDIT);
    return meet("edit " + post.key(), id.value(), () -> rewrite(post, id));
  }

  private synchronized Outcome rewrite(Post post, RemoteId id) {
    var last = edited.put(id, timer.now());
    if (!post.prompt() && last != null && timer.now().isBefore(last.plus(GAP))) {
      breaches.add(post.key() + " is edited again after " + Duration.between(last, timer.now()));
    }
    for (int i = 0; i < messages.size(); i++) {
      var old = messages.get(i);
      if (old.id().equals(id)) {
        messages.set(
            i, new Message(old.debate(), old.place(), id, old.mark(), post.payload(), old.at()));
        return new Outcome.Done(id);
      }
    }
    return new Outcome.Gone("The message was deleted.");
  }

  @Override
  public Outcome delete(Destination to, Place place, RemoteId id) {
    breathe(to, Action.DELETE);
    return meet("delete " + id, id.value(), () -> deleteByHand(id));
  }

  /** As a person does it. */
  synchronized Outcome deleteByHand(RemoteId id) {
    return messages.removeIf(message -> message.id().equals(id))
        ? new Outcome.Done(id)
        : new Outcome.Gone("The message was deleted.");
  }

  @Override
  public LookUp lookUp(Destination to, Place place, String mark, Instant since) {
    note("look up");
    var answer = plannedLookUps.poll();
    return answer == null ? found(place, mark, since) : answer;
  }

  private synchronized LookUp found(Place place, String mark, Instant since) {
    lookedUpSince = since;
    return messages.stream()
        .filter(message -> message.place() == place && message.mark().equals(mark))
        .filter(message -> !message.at().isBefore(since))
        .<LookUp>map(message -> new LookUp.Found(message.id()))
        .findFirst()
        .orElseGet(LookUp.Absent::new);
  }

  private Outcome meet(String call, String what, Supplier<Outcome> happens) {
    note(call);
    obeysRetryAfter(what);
    var mishap = planned.poll();
    return switch (mishap == null ? chance.get().orElse(null) : mishap) {
      case null -> happens.get();
      case Mishap.AnswerLost() -> {
        var _ = happens.get();
        yield new Outcome.Unsure("The answer was lost.");
      }
      case Mishap.NeverArrived() -> new Outcome.Unsure("The request was lost.");
      case Mishap.Answers(var outcome) -> answer(what, outcome);
      case Mishap.Takes(var time) -> slowly(time, happens);
      case Mishap.DiesAfter() -> {
        var _ = happens.get();
        throw new Death();
      }
      case Mishap.DiesBefore() -> throw new Death();
    };
  }

  private Outcome slowly(Duration time, Supplier<Outcome> happens) {
    try {
      timer.pause(time);
      return happens.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Unsure("The call was interrupted.");
    }
  }

  private synchronized Outcome answer(String what, Outcome outcome) {
    if (outcome instanceof Outcome.Later(var after, _)) {
      notBefore.put(what, timer.now().plus(after));
    }
    return outcome;
  }

  private synchronized void obeysRetryAfter(String what) {
    var until = notBefore.remove(what);
    if (until != null && timer.now().isBefore(until)) {
      breaches.add(what + " is tried again " + Duration.between(timer.now(), until) + " too early");
    }
  }

  private synchronized void breathe(Destination to, Action action) {
    for (var rate : rates(to, action)) {
      var due = dues.put(rate.bucket(), timer.now().plus(rate.interval()));
      if (due != null && timer.now().isBefore(due)) {
        breaches.add(rate.bucket() + " is used too often");
      }
    }
  }

  private synchronized void note(String call) {
    calls.add(call);
    notifyAll();
  }

  /** Blocks until that many calls have come. */
  synchronized void awaitCalls(int atLeast) throws InterruptedException {
    while (calls.size() < atLeast) {
      wait();
    }
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** Somebody else calls from now on, who cannot know what this one was told. */
  synchronized void forgive() {
    edited.clear();
    notBefore.clear();
  }

  synchronized List<String> breaches() {
    return List.copyOf(breaches);
  }

  synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  /** What a debate's messages say, in the order in which they were posted. */
  synchronized List<String> texts(DebateId debate) {
    return messages.stream()
        .filter(message -> message.debate().equals(debate))
        .map(Message::text)
        .toList();
  }

  synchronized @Nullable Instant lookedUpSince() {
    return lookedUpSince;
  }
}
