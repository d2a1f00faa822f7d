package dev.roundtable.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A platform that messages can be brought to. Each call returns once the platform has answered, or
 * is known not to. Calls come from virtual threads and may block; an interrupted one ends its
 * request and says that it is {@link Outcome.Unsure}.
 */
public interface Outlet {
  /** What is done to a message. */
  enum Action {
    SEND,
    EDIT,
    DELETE
  }

  /** What the action counts against, shared by all that use the same application. */
  List<Rate> rates(Destination to, Action action);

  /** The least time between two edits of one message. */
  Duration editGap();

  /**
   * The same for a message that was edited so often already, where much change is worth less than a
   * little.
   */
  default Duration editGap(int edits) {
    return editGap();
  }

  /**
   * Posts a new message. A post for the thread comes only once the anchor is there; the outlet
   * makes the thread if the platform wants it made.
   *
   * @param mark by which {@link #lookUp} finds the message again, 20 characters of [0-9a-f]
   */
  Outcome send(Destination to, Post post, String mark);

  /** Makes a message say what the post says. Doing it twice does no harm. */
  Outcome edit(Destination to, Post post, RemoteId message);

  /** Takes a message away; one that is gone already is {@link Outcome.Gone}. */
  Outcome delete(Destination to, Post.Place place, RemoteId message);

  /**
   * Looks for a message that may have been posted without our hearing of it.
   *
   * @param since it was not posted before
   */
  LookUp lookUp(Destination to, Post.Place place, String mark, Instant since);

  /** The same for a post whose words are known, for a platform that marks not every message. */
  default LookUp lookUp(Destination to, Post post, String mark, Instant since) {
    return lookUp(to, post.place(), mark, since);
  }
}
