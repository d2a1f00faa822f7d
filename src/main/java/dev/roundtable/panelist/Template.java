package dev.roundtable.panelist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A text with places such as {@code {{question}}} to fill in. */
public final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

  /** Text as it stands, and the place that follows it. */
  private record Part(String text, String place) {}

  private final List<Part> parts = new ArrayList<>();
  private final String end;

  public Template(String text) {
    int kept = 0;
    for (var places = PLACE.matcher(text); places.find(); kept = places.end()) {
      parts.add(new Part(text.substring(kept, places.start()), places.group(1)));
    }
    end = text.substring(kept);
  }

  Set<String> places() {
    var places = new HashSet<String>();
    parts.forEach(part -> places.add(part.place()));
    return places;
  }

  /** Fills in each place once; what is filled in is not looked through again. */
  String filled(Map<String, String> values) {
    var lines = new StringBuilder();
    for (var part : parts) {
      lines.append(part.text()).append(values.getOrDefault(part.place(), ""));
    }
    return withoutGaps(lines.append(end));
  }

  // One empty line where a place that was left empty makes several.
  private static String withoutGaps(CharSequence lines) {
    var kept = new StringBuilder(lines.length());
    int ends = 0;
    for (int i = 0; i < lines.length(); i++) {
      char c = lines.charAt(i);
      ends = c == '\n' ? ends + 1 : 0;
      if (ends <= 2) {
        kept.append(c);
      }
    }
    return kept.toString().strip();
  }
}
