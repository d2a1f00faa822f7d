package dev.roundtable.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A channel that takes each post at once, and in which nothing is edited, deleted or lost. */
public class OpenChannel implements Outlet {
  /** What was sent, and where to. */
  public record Taken(Destination to, Post post) {}

  public final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();

  @Override
  public List<Rate> rates(Destination to, Action action) {
    return List.of();
  }

  @Override
  public Duration editGap() {
    return Duration.ZERO;
  }

  @Override
  public Outcome send(Destination to, Post post, String mark) {
    taken.add(new Taken(to, post));
    return new Outcome.Done(new RemoteId(mark));
  }

  @Override
  public Outcome edit(Destination to, Post post, RemoteId message) {
    throw new AssertionError("what is posted stays as it is");
  }

  @Override
  public Outcome delete(Destination to, Post.Place place, RemoteId message) {
    throw new AssertionError("what is posted stays");
  }

  @Override
  public LookUp lookUp(Destination to, Post.Place place, String mark, Instant since) {
    throw new AssertionError("every answer came");
  }
}
