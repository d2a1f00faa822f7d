package dev.roundtable.chaos;

import dev.roundtable.archive.DebateRecords;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.archive.TestDatabases;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Replicas on one database that are killed at random moments while people use them. */
final class Chaos {
  private static final Duration LONGEST_LIFE = Duration.ofMillis(1500);
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final List<String> KINDS =
      List.of("vote", "vote", "vote", "reply", "reply", "stop");
  private static final DebateRecords.Search EVERY =
      new DebateRecords.Search("", "", Integer.MAX_VALUE);
  private static final int RECENT = 12;
  private static final double KILLED_WHILE_STARTING = 0.1;

  /** How much of it. */
  record Size(int replicas, int kills, int debates) {}

  private final String url;
  private final Size size;
  private final Random random;
  private final ChatStub chat;
  private final Path errors;
  private final List<ReplicaProcess> replicas = new ArrayList<>();
  private final Map<String, String> unanswered = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> ballots = new HashSet<>();
  private final List<DebateId> known = new ArrayList<>();
  private final long seed;
  private int openings;
  private int asked;

  private Chaos(String url, Size size, long seed, ChatStub chat, Path errors) {
    this.url = url;
    this.size = size;
    this.seed = seed;
    this.random = new Random(seed);
    this.chat = chat;
    this.errors = errors;
  }

  /** Runs until every debate is closed, or until that takes too long. */
  static Findings run(String url, Size size, long seed, Path errors)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (var chat = new ChatStub(seed)) {
      var chaos = new Chaos(url, size, seed, chat, errors);
      return chaos.run(began);
    }
  }

  private Findings run(long began) throws IOException, InterruptedException {
    try (var store = DebateStore.open(url, TestDatabases.login(url), InstantSource.system())) {
      for (int i = 0; i < size.replicas(); i++) {
        replicas.add(start());
      }
      for (int kill = 0; kill < size.kills(); kill++) {
        live(kill);
        int victim = random.nextInt(replicas.size());
        replicas.get(victim).kill();
        replicas.set(victim, start());
        tellAgain();
      }
      var findings = settle(store, began);
      for (var replica : replicas) {
        replica.kill();
      }
      return findings;
    }
  }

  private ReplicaProcess start() throws IOException {
    return ReplicaProcess.start(url, chat.address(), errors, this::heard);
  }

  private synchronized void heard(String line) {
    var words = line.split(" ", -1);
    if (words[0].equals("ballot")) {
      ballots.add(words[1]);
      return;
    }
    switch (words[2]) {
      case "Opened" -> {
        known.add(new DebateId(words[3]));
        unanswered.remove(words[1]);
      }
      case "Taken", "SeenBefore" -> {
        if (!isOpening(words[1])) {
          taken.add(words[1]);
        }
        unanswered.remove(words[1]);
      }
      // Told again after the next kill.
      case "NotStored" -> {}
      default -> throw new IllegalStateException(line);
    }
  }

  private static boolean isOpening(String message) {
    return message.startsWith("open");
  }

  // Orders come while it lives; then it dies.
  private void live(int kill) throws InterruptedException {
    if (random.nextDouble() >= KILLED_WHILE_STARTING) {
      for (var replica : replicas) {
        replica.awaitReady();
      }
    }
    var orders = orders(kill);
    long life = random.nextLong(LONGEST_LIFE.toNanos());
    for (var order : orders) {
      pause(Duration.ofNanos(life / (orders.size() + 1)));
      tell(order);
    }
    pause(Duration.ofNanos(life / (orders.size() + 1)));
  }

  private synchronized List<String> orders(int kill) {
    var orders = new ArrayList<String>();
    long hoped = known.size() + unanswered.keySet().stream().filter(Chaos::isOpening).count();
    long due = Math.ceilDiv((long) size.debates() * (kill + 1), size.kills());
    for (long missing = due - hoped; missing > 0; missing--) {
      orders.add("open open-" + ++openings);
    }
    for (int i = random.nextInt(3); i > 0 && !known.isEmpty(); i--) {
      var kind = KINDS.get(random.nextInt(KINDS.size()));
      int recent = Math.min(known.size(), RECENT);
      var debate = known.get(known.size() - 1 - random.nextInt(recent));
      orders.add(kind + " " + kind + "-" + ++asked + " " + debate);
    }
    return orders;
  }

  // Some are lost with the replica that was about to take them.
  private synchronized List<String> openings() {
    var orders = new ArrayList<String>();
    int missing = size.debates() - known.size();
    for (int i = 0; i < missing && unanswered.isEmpty(); i++) {
      orders.add("open open-" + ++openings);
    }
    return orders;
  }

  private static void pause(Duration time) throws InterruptedException {
    var _ = new Semaphore(0).tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void tell(String order) {
    synchronized (this) {
      unanswered.put(order.split(" ", -1)[1], order);
    }
    replicas.get(random.nextInt(replicas.size())).tell(order);
  }

  // As a platform does that heard no answer.
  private void tellAgain() {
    List<String> orders;
    synchronized (this) {
      orders = List.copyOf(unanswered.values());
    }
    orders.forEach(this::tell);
  }

  private Findings settle(DebateStore store, long began) throws InterruptedException {
    for (var replica : replicas) {
      replica.awaitReady();
    }
    var patience = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      tellAgain();
      openings().forEach(this::tell);
      pause(Duration.ofMillis(500));
      var findings = find(store, began);
      if (findings.closed() || System.nanoTime() > patience) {
        return findings;
      }
    }
  }

  private synchronized Findings find(DebateStore store, long began) {
    var inspection = new Inspection(chat);
    for (var listed : store.records().latest(EVERY)) {
      inspection.look(
          listed.debate(),
          store.archive().read(listed.debate()).stream().map(Entry::event).toList());
    }
    return inspection.findings(
        size, seed, ballots, taken, unanswered.size(), Duration.ofNanos(System.nanoTime() - began));
  }
}
