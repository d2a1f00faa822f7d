package dev.roundtable.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Finds credentials in text by their shapes, and takes them out. */
public final class Redaction {
  /** What stands where a credential stood. */
  public static final String MARK = "[redacted]";

  private Redaction() {}

  private record Found(String kind, int start, int end) {
    boolean overlaps(Found other) {
      return start < other.end && other.start < end;
    }

    Found with(Found other) {
      return new Found(kind, Math.min(start, other.start), Math.max(end, other.end));
    }
  }

  /**
   * The text with {@link #MARK} in place of each credential; a second time changes nothing. A text
   * with a credential becomes {@link VisibleText}, since something invisible may tear it apart.
   */
  public static String redact(String said) {
    var text = whole(said);
    var all = all(text);
    if (all.isEmpty()) {
      return text;
    }
    var redacted = new StringBuilder();
    int kept = 0;
    for (var found : all) {
      redacted.append(text, kept, found.start()).append(MARK);
      kept = found.end();
    }
    return redacted.append(text, kept, text.length()).toString();
  }

  /** What is in the text, in its order and each once, as in {@code an OpenAI key}. */
  public static List<String> find(String text) {
    var kinds = new LinkedHashSet<String>();
    all(whole(text)).forEach(found -> kinds.add(found.kind()));
    return List.copyOf(kinds);
  }

  // Whoever takes what is invisible out of it later would put the credential together.
  private static String whole(String text) {
    var visible = VisibleText.of(text);
    return visible.equals(text) || all(visible).isEmpty() ? text : visible;
  }

  // The shape that tells most about a stretch of text comes first and names it.
  private static List<Found> all(String text) {
    var all = new ArrayList<Found>();
    for (var shape : CredentialHints.shapes(text)) {
      var matcher = shape.pattern().matcher(text);
      while (matcher.find()) {
        int group = matcher.groupCount();
        add(all, new Found(shape.kind(), matcher.start(group), matcher.end(group)));
      }
    }
    all.sort(Comparator.comparingInt(Found::start));
    return all;
  }

  private static void add(List<Found> all, Found next) {
    var whole =
        all.stream().filter(next::overlaps).reduce(Found::with).map(f -> f.with(next)).orElse(next);
    all.removeIf(whole::overlaps);
    all.add(whole);
  }
}
