package dev.roundtable.cli;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** What is printed while the bot comes up: one line for each part, with how long it took. */
final class Startup {
  private final Timer timer;
  private final Consumer<String> out;
  private final Runnable flush;
  private final Instant began;

  Startup(Timer timer, Consumer<String> out, Runnable flush) {
    this.timer = timer;
    this.out = out;
    this.flush = flush;
    this.began = timer.now();
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
