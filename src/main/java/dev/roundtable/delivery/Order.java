package dev.roundtable.delivery;

import dev.roundtable.debate.Venue;
import dev.roundtable.session.Lease;
import java.util.List;
import java.util.Optional;

/** What is to become of a debate's posts. */
sealed interface Order {
  Lease lease();

  Venue venue();

  /** What is to stand under that key, nothing if nothing is. */
  default Optional<Post> wanted(String key) {
    return Optional.empty();
  }

  /** These are to stand. */
  record Show(Lease lease, Venue venue, List<Post> posts) implements Order {
    public Show {
      posts = List.copyOf(posts);
      if (!posts.isEmpty() && !posts.getFirst().key().equals(Post.ANCHOR)) {
        throw new IllegalArgumentException("the first post is " + posts.getFirst().key());
      }
    }

    @Override
    public Optional<Post> wanted(String key) {
      return posts.stream().filter(post -> post.key().equals(key)).findFirst();
    }
  }

  /** None is to be left. */
  record Remove(Lease lease, Venue venue) implements Order {}
}
