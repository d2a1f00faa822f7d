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
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

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
    var filled = lines.append(end).toString().strip();
    return filled.contains("\n\n\n") ? EMPTY_LINES.matcher(filled).replaceAll("\n\n") : filled;
  }
}
