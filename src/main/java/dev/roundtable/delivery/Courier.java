package dev.roundtable.delivery;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Lease;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Brings posts to their platform: new ones in order, each once whatever breaks in between; changed
 * ones as they should stand last, however often they changed meanwhile.
 */
public interface Courier {
  /**
   * Shows these posts, and nothing older, from now on. Returns at once.
   *
   * @param lease of the debate; when it is void, the courier lets go of the debate
   * @param posts all of the debate's posts in the order of reading; a key stays in its place
   */
  void show(Lease lease, DebateId debate, Venue venue, List<Post> posts);

  /** Completes once everything that was to be shown stands there, or never can. */
  CompletableFuture<Void> shown(DebateId debate);
}
