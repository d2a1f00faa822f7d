package dev.roundtable.config;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the running configuration in step with its folder. It compares contents, so a changed file,
 * a replaced folder and a switched symbolic link are all noticed. A change is taken over once two
 * looks in a row have found the same, so that half a change is never read; it is taken over whole
 * or, if anything is wrong with it, not at all.
 */
public final class ConfigWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);

  /** How long lies between two looks. */
  public static final Duration INTERVAL = Duration.ofSeconds(2);

  /**
   * The running configuration and what the folder holds that it does not.
   *
   * @param problems why the folder's present contents were not taken over, empty if they were
   * @param needsRestart the groups that changed and are taken over at the next start
   */
  public record State(Configuration running, List<Problem> problems, List<String> needsRestart) {
    public State {
      problems = List.copyOf(problems);
      needsRestart = List.copyOf(needsRestart);
    }
  }

  private final ConfigLoader loader;
  private final Timer timer;
  private final Executor executor;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private volatile State state;
  private ConfigFolder.Contents settled;
  private ConfigFolder.Contents seen;
  private Timer.@Nullable Alarm alarm;
  private boolean closed;

  private ConfigWatch(
      ConfigLoader loader,
      Timer timer,
      Executor executor,
      ConfigFolder.Contents contents,
      Configuration first) {
    this.loader = loader;
    this.timer = timer;
    this.executor = executor;
    this.state = new State(first, List.of(), List.of());
    this.settled = contents;
    this.seen = contents;
  }

  /** What came of the start. */
  public sealed interface Start {
    record Watching(ConfigWatch watch) implements Start {}

    record Failed(List<Problem> problems) implements Start {}
  }

  /**
   * Loads the configuration and watches it from then on.
   *
   * @param executor runs each look, which reads files
   */
  public static Start start(ConfigLoader loader, Timer timer, Executor executor) {
    var contents = loader.folder().read();
    return switch (loader.load(contents)) {
      case Loaded.Invalid(var problems) -> new Start.Failed(problems);
      case Loaded.Valid(var first, _) -> {
        var watch = new ConfigWatch(loader, timer, executor, contents, first);
        // What ships inside the program does not change.
        if (loader.folder().path().isPresent()) {
          watch.again();
        }
        yield new Start.Watching(watch);
      }
    };
  }

  /** The configuration that is in force; never a mixture of two. */
  public Configuration current() {
    return state.running();
  }

  public State state() {
    return state;
  }

  /** How often changed contents were taken over. */
  public long taken() {
    return taken.get();
  }

  /** How often changed contents were not taken over, because something is wrong with them. */
  public long rejected() {
    return rejected.get();
  }

  private synchronized void again() {
    if (!closed) {
      alarm = timer.after(INTERVAL, () -> executor.execute(this::lookAndGoOn));
    }
  }

  private void lookAndGoOn() {
    try {
      look();
    } finally {
      again();
    }
  }

  private synchronized void look() {
    var found = loader.folder().read();
    var steady = found.equals(seen);
    seen = found;
    if (steady && !found.equals(settled)) {
      settled = found;
      takeOver(loader.load(found));
    }
  }

  private void takeOver(Loaded loaded) {
    var running = current();
    switch (loaded) {
      case Loaded.Invalid(var problems) -> {
        rejected.incrementAndGet();
        LOG.warn("the changed configuration is not used: {}", problems);
        state = new State(running, problems, state.needsRestart());
      }
      case Loaded.Valid(var wanted, _) -> {
        taken.incrementAndGet();
        var reload = Reload.of(running, wanted);
        LOG.info("configuration changed; needs a restart: {}", reload.needsRestart());
        state = new State(reload.next(), List.of(), reload.needsRestart());
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (alarm != null) {
      alarm.cancel();
    }
  }
}
