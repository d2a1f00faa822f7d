package dev.roundtable.cli;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** What is printed while the bot comes up: one line for each part, with how long it took. */
final class Startup {
  // A platform that takes longer is told as not connected yet, and goes on trying.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Timer timer;
  private final Consumer<String> out;
  private final Runnable flush;
  private final Instant began;

  /**
   * Prints nothing yet.
   *
   * @param began when whoever waits for it began to wait
   */
  Startup(Timer timer, Instant began, Consumer<String> out, Runnable flush) {
    this.timer = timer;
    this.began = began;
    this.out = out;
    this.flush = flush;
  }

  /** Does what brings a part up. */
  interface Step<T> {
    T come() throws InterruptedException;
  }

  /** What is there now, in a few words. */
  interface Told<T> {
    String of(T part);
  }

  /** Brings a part up and prints its line. */
  <T> T step(String name, Step<T> step, Told<T> told) throws InterruptedException {
    var from = timer.now();
    var part = step.come();
    line(name, told.of(part), Duration.between(from, timer.now()));
    return part;
  }

  /** Brings parts up side by side, and prints the line of each once it works or has failed. */
  void parts(List<Part> parts) throws InterruptedException {
    var coming = new ArrayList<Coming>();
    for (var part : parts) {
      var from = timer.now();
      coming.add(new Coming(part, part.start(), from));
    }
    for (var one : coming) {
      await(one.part().tried());
      var text = one.part().trouble().orElse(one.said());
      line(one.part().name(), text, Duration.between(one.from(), timer.now()));
    }
  }

  private record Coming(Part part, String said, Instant from) {}

  private void await(CompletableFuture<Void> tried) throws InterruptedException {
    var over = new CountDownLatch(1);
    var alarm = timer.after(PATIENCE, over::countDown);
    var _ = tried.whenComplete((_, _) -> over.countDown());
    over.await();
    alarm.cancel();
  }

  void line(String name, String text, Duration took) {
    say(String.format(Locale.ROOT, "%-14s %-62s %5d ms", name, text, took.toMillis()));
  }

  /** Since the beginning. */
  Duration soFar() {
    return Duration.between(began, timer.now());
  }

  void say(String line) {
    out.accept(line);
    flush.run();
  }
}
