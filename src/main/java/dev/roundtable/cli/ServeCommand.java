package dev.roundtable.cli;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.config.ConfigWatch;
import dev.roundtable.session.StoreException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the bot until it is told to end. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Runs the bot: Slack and Discord as far as their tokens are set, and the web server."
            + " Without either, the playground is the place to try it.",
    footer = {
      "",
      "Ends on Ctrl-C or SIGTERM: calls under way are finished or ended within 20 s, and what is",
      "left goes on at the next start, or at once in another replica.",
      "",
      "Exit codes: 0 it was told to end, 1 it could not start, 2 the configuration is wrong."
    })
public final class ServeCommand implements Callable<Integer> {
  @Mixin private final ConfigSource source = new ConfigSource();

  @Spec private CommandSpec spec;

  private final Surroundings around;
  private final HeadStart head;

  @SuppressWarnings("NullAway.Init")
  public ServeCommand(Surroundings around, HeadStart head) {
    this.around = around;
    this.head = head;
  }

  @Override
  public Integer call() throws InterruptedException {
    var out = spec.commandLine().getOut();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var loader = source.loader(around.environment());
      return switch (ConfigWatch.start(loader, around.timer(), threads)) {
        case ConfigWatch.Start.Failed(var problems) -> {
          var lines = problems.stream().map(Object::toString).collect(Collectors.joining("\n"));
          spec.commandLine().getErr().println(lines);
          yield ExitCode.BAD_INPUT;
        }
        case ConfigWatch.Start.Watching(var watch) -> {
          try (watch) {
            yield serve(watch, new Startup(around.timer(), out::println, out::flush));
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
