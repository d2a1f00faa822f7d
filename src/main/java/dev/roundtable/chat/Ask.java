package dev.roundtable.chat;

import dev.roundtable.debate.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to ask. What is null was not chosen.
 *
 * @param options empty if none were given
 * @param context the thread or message it is about
 */
public record Ask(
    String question,
    List<String> options,
    @Nullable String panel,
    @Nullable Mode mode,
    @Nullable Integer rounds,
    @Nullable String context) {
  public Ask {
    options = List.copyOf(options);
  }

  /** A question as it is typed: {@code Should we? | Yes | No}. */
  public static Ask typed(String text) {
    var parts = List.of(text.split("\\|", -1));
    var options = parts.stream().skip(1).map(String::strip).toList();
    return new Ask(parts.getFirst().strip(), options, null, null, null, null);
  }

  public Ask withContext(@Nullable String other) {
    return new Ask(question, options, panel, mode, rounds, other);
  }
}
