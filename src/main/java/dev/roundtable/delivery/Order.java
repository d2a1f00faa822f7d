package dev.roundtable.delivery;

import dev.roundtable.debate.Venue;
import dev.roundtable.session.Lease;
import java.util.List;

/** What is to become of a debate's posts. */
sealed interface Order {
  Lease lease();

  Venue venue();

  /** These are to stand. */
  record Show(Lease lease, Venue venue, List<Post> posts) implements Order {
    public Show {
      posts = List.copyOf(posts);
      if (!posts.isEmpty() && !posts.getFirst().key().equals(Post.ANCHOR)) {
        throw new IllegalArgumentException("the first post is " + posts.getFirst().key());
      }
    }
  }

  /** None is to be left. */
  record Remove(Lease lease, Venue venue) implements Order {}
}
