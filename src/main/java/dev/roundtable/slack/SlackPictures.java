package dev.roundtable.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.roundtable.chat.Exhibits;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.StoreException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures of verdicts, brought to Slack before the message that shows them. A verdict is worth
 * more than its picture: where the picture cannot go, the verdict goes alone.
 */
final class SlackPictures {
  private static final Logger LOG = LoggerFactory.getLogger(SlackPictures.class);
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST = 1_000;
  // Slack looks at a file before messages may show it, which takes it a second or two.
  private static final int TRIES = 3;

  private final SlackFiles files;
  private final Exhibits exhibits;
  private final Cache<String, Brought> brought =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  /** A file, nothing if it could not be brought, and how often a message tried to show it. */
  private record Brought(Optional<String> file, int tried) {}

  SlackPictures(SlackApi api, Exhibits exhibits) {
    this.files = new SlackFiles(api);
    this.exhibits = exhibits;
  }

  /** The file of the picture that goes with the post of that mark; nothing if it goes alone. */
  Optional<String> file(DebateId debate, SlackPayload.Picture picture, String mark) {
    if (!files.mayWrite()) {
      return Optional.empty();
    }
    var known = brought.get(mark, _ -> new Brought(bring(debate, picture), 0));
    return known.file().filter(_ -> known.tried() < TRIES);
  }

  private Optional<String> bring(DebateId debate, SlackPayload.Picture picture) {
    Optional<byte[]> drawn;
    try {
      drawn = exhibits.picture(debate, picture.verdict());
    } catch (StoreException e) {
      LOG.warn("a verdict goes without its picture: {}", e.sentence());
      return Optional.empty();
    }
    return drawn.flatMap(png -> {
      var name = "verdict-" + picture.verdict() + ".png";
      var reply = files.upload(new SlackFiles.File(name, png, picture.alt(), null));
      if (reply instanceof SlackReply.Done<String>(var id)) {
        return Optional.of(id);
      }
      LOG.warn("a verdict goes without its picture: {}", reply);
      return Optional.empty();
    });
  }

  /** Slack did not show the picture of that post yet; whether it is worth another try. */
  boolean isWorthAnotherTry(String mark) {
    var now =
        brought.asMap().computeIfPresent(mark, (_, b) -> new Brought(b.file(), b.tried() + 1));
    return now != null && now.tried() < TRIES;
  }

  /** Takes a picture away. */
  SlackReply<String> delete(String file) {
    return files.delete(file);
  }
}
