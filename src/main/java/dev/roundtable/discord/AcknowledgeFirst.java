package dev.roundtable.discord;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.SequentialRestRateLimiter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the first answer to a command, a button or a form at once, past the queues of everything
 * else: Discord waits three seconds for it, and counts it towards no limit of the bot. What is not
 * done by the first try queues up after all. The rest keeps pace, but for what goes by the way back
 * to what somebody did, which counts as little.
 */
final class AcknowledgeFirst implements RestRateLimiter {
  private static final Logger LOG = LoggerFactory.getLogger(AcknowledgeFirst.class);

  private final RestRateLimiter queues;
  private final Pace pace;
  // Threads of the machine: it shares its time out, while virtual ones wait for each other's work.
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("discord-acknowledge-", 0).factory());

  AcknowledgeFirst(RateLimitConfig config, Pace pace) {
    this.queues = new SequentialRestRateLimiter(config);
    this.pace = pace;
  }

  @Override
  public void enqueue(Work task) {
    var route = task.getRoute().getBaseRoute();
    if (route.equals(Route.Interactions.CALLBACK) && !isStopped()) {
      threads.execute(() -> send(task));
    } else if (route.isInteractionBucket()) {
      queues.enqueue(task);
    } else {
      pace.run(() -> lineUp(task));
    }
  }

  // Its turn may come when everything is over.
  private void lineUp(Work task) {
    if (isStopped()) {
      task.cancel();
    } else {
      queues.enqueue(task);
    }
  }

  // JDA throws whatever it likes, and a thread must not end with it unseen.
  private void send(Work task) {
    try {
      if (!task.isSkipped()) {
        var _ = task.execute();
      }
      if (!task.isDone()) {
        queues.enqueue(task);
      }
    } catch (RuntimeException e) {
      LOG.error("something that was done in Discord could not be acknowledged", e);
    }
  }

  @Override
  public void stop(boolean shutdown, Runnable callback) {
    threads.shutdown();
    queues.stop(shutdown, callback);
  }

  @Override
  public boolean isStopped() {
    return threads.isShutdown() || queues.isStopped();
  }

  @Override
  public int cancelRequests() {
    return queues.cancelRequests();
  }
}
