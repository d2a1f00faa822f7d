package dev.roundtable.cli;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.config.ConfigLoader;
import dev.roundtable.config.ConfigWatch;
import dev.roundtable.session.StoreException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Runs the bot until it is told to end. */
public final class Serving {
  private final Surroundings around;
  private final HeadStart head;
  private final PrintWriter out;
  private final PrintWriter err;

  /** Runs nothing yet. */
  public Serving(Surroundings around, HeadStart head, PrintWriter out, PrintWriter err) {
    this.around = around;
    this.head = head;
    this.out = out;
    this.err = err;
  }

  /**
   * Returns once it has ended.
   *
   * @return the code to exit with
   */
  public int run(ServeOrder order) throws InterruptedException {
    return run(ConfigSource.loader(order.config(), around.environment()));
  }

  int run(ConfigLoader loader) throws InterruptedException {
    head.awaitLog();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return switch (ConfigWatch.start(loader, around.timer(), threads)) {
        case ConfigWatch.Start.Failed(var problems) -> {
          var lines = problems.stream().map(Object::toString).collect(Collectors.joining("\n"));
          err.println(lines);
          yield ExitCode.BAD_INPUT;
        }
        case ConfigWatch.Start.Watching(var watch) -> {
          try (watch) {
            yield serve(watch, new Startup(around.timer(), head.born(), out::println, out::flush));
          }
        }
      };
    }
  }

  private int serve(ConfigWatch watch, Startup startup) throws InterruptedException {
    var told = new CountDownLatch(1);
    // The process may end as soon as this is closed, so the last line stands inside.
    try (var _ = new StopOnSignal(told::countDown, Bot.STOPS_WITHIN)) {
      try (var _ = head;
          var bot = new Bot(watch, around, open(watch, startup), head)) {
        bot.start(startup);
        told.await();
        startup.say(around.words().say("serve.stopping"));
      } catch (StoreException e) {
        startup.say(around.words().say("serve.noStore", e.sentence()));
        return ExitCode.FAILED;
      }
      startup.say(around.words().say("serve.stopped"));
      return ExitCode.OK;
    }
  }

  private DebateStore open(ConfigWatch watch, Startup startup) throws InterruptedException {
    var settings = watch.current().fixed().store();
    return startup.step(
        "database",
        () -> DebateStore.open(settings.url(), settings.login(), around.timer()::now),
        _ -> settings.url());
  }
}
