package dev.roundtable.delivery;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryDeliveryLog;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.FakeChat.Mishap;
import dev.roundtable.delivery.Post.Place;
import dev.roundtable.session.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Couriers that show what changes at random, on a platform and a store that fail at random. */
final class RandomSchedule {
  private static final Venue VENUE =
      new Venue("fake", "T1", "C1", null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Random random;
  private final EventTimer timer = new EventTimer();
  private final FakeChat chat = new FakeChat(timer, this::mishap);
  private final MemoryArchive archive = new MemoryArchive(timer::now);
  private final DeliveryLog log =
      new PerilousLog(new MemoryDeliveryLog(archive, timer::now), this::chance, this::die);
  private final Map<DebateId, List<Post>> posts = new LinkedHashMap<>();
  private final Map<DebateId, Lease> leases = new HashMap<>();
  private final Map<DebateId, Thread> workers = new HashMap<>();
  private final AtomicInteger deaths = new AtomicInteger();
  private Courier courier = courier();
  private volatile boolean calm;
  private int buried;
  private int written;

  RandomSchedule(long seed) {
    this.random = new Random(seed);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      var card = new Post(Post.ANCHOR, Place.CHANNEL, "text 0", false);
      posts.put(new DebateId("debate-" + i), new ArrayList<>(List.of(card)));
    }
  }

  private Courier courier() {
    return new Courier(Map.of("fake", chat), log, timer);
  }

  // One thread at a time draws: time stands still while a worker works.
  private synchronized double chance() {
    return calm ? 1 : random.nextDouble();
  }

  private boolean die() {
    deaths.incrementAndGet();
    return true;
  }

  private Optional<Mishap> mishap() {
    double drawn = chance();
    if (drawn < 0.05) {
      return Optional.of(new Mishap.NeverArrived());
    }
    if (drawn < 0.13) {
      return Optional.of(new Mishap.AnswerLost());
    }
    if (drawn < 0.21) {
      var after = Duration.ofMillis((long) (chance() * 8000));
      return Optional.of(new Mishap.Answers(new Outcome.Later(after, "Slow down.")));
    }
    if (drawn < 0.26 && die()) {
      return Optional.of(drawn < 0.24 ? new Mishap.DiesAfter() : new Mishap.DiesBefore());
    }
    return Optional.empty();
  }

  /** Runs until all is shown. */
  void run() throws InterruptedException {
    takeOver();
    for (int step = 20 + random.nextInt(20); step > 0; step--) {
      pass(Duration.ofMillis(random.nextInt(4000)));
      double drawn = random.nextDouble();
      if (drawn < 0.8) {
        change();
      } else if (drawn < 0.9) {
        crash();
      } else {
        chat.forgive();
        courier = courier();
        takeOver();
      }
    }
    calm = true;
    pass(FOR_EVER);
  }

  private void pass(Duration time) throws InterruptedException {
    var end = timer.now().plus(time);
    for (var event = timer.next(end); event.isPresent(); event = timer.next(end)) {
      var owner = event.get().owner();
      int waits = timer.waits(owner);
      event.get().task().run();
      timer.await(() -> timer.waits(owner) > waits || !owner.isAlive());
      buryTheDead();
    }
  }

  private void change() throws InterruptedException {
    var all = List.copyOf(posts.keySet());
    var debate = all.get(random.nextInt(all.size()));
    var list = list(debate);
    if (list.size() < 12 && random.nextBoolean()) {
      var place = random.nextInt(4) == 0 ? Place.CHANNEL : Place.THREAD;
      list.add(new Post("k" + list.size(), place, text(), false));
    } else {
      int at = random.nextInt(3) == 0 ? random.nextInt(list.size()) : 0;
      var old = list.get(at);
      list.set(at, new Post(old.key(), old.place(), text(), random.nextInt(5) == 0));
    }
    show(debate);
    buryTheDead();
  }

  private String text() {
    return "text " + ++written;
  }

  private void show(DebateId debate) throws InterruptedException {
    var worker = workers.get(debate);
    if (worker != null && worker.isAlive()) {
      int waits = timer.waits(worker);
      order(debate);
      timer.await(() -> timer.waits(worker) > waits || !worker.isAlive());
    } else {
      var other = timer.latest("courier-" + debate);
      order(debate);
      timer.await(() -> begun(debate, other) || !courier.atWork().contains(debate));
    }
  }

  private void order(DebateId debate) {
    var lease = Objects.requireNonNull(leases.get(debate));
    courier.show(lease, debate, VENUE, list(debate));
  }

  private List<Post> list(DebateId debate) {
    return Objects.requireNonNull(posts.get(debate));
  }

  private boolean begun(DebateId debate, @Nullable Thread other) {
    var latest = timer.latest("courier-" + debate);
    if (latest == null || latest == other) {
      return false;
    }
    workers.put(debate, latest);
    return true;
  }

  private void takeOver() throws InterruptedException {
    workers.clear();
    for (var debate : posts.keySet()) {
      leases.put(debate, archive.lease(debate));
      show(debate);
    }
    buryTheDead();
  }

  private void buryTheDead() throws InterruptedException {
    if (deaths.get() > buried) {
      crash();
    }
  }

  private void crash() throws InterruptedException {
    buried = deaths.get();
    timer.clear();
    chat.forgive();
    courier = courier();
    takeOver();
  }

  List<String> breaches() {
    return chat.breaches();
  }

  Map<DebateId, List<String>> wanted() {
    var texts = new LinkedHashMap<DebateId, List<String>>();
    posts.forEach((debate, list) -> texts.put(debate, list.stream().map(Post::payload).toList()));
    return texts;
  }

  Map<DebateId, List<String>> shown() {
    var texts = new LinkedHashMap<DebateId, List<String>>();
    posts.keySet().forEach(debate -> texts.put(debate, chat.texts(debate)));
    return texts;
  }
}
