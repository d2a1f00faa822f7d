package dev.roundtable.panelist;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A text with places such as {@code {{question}}} to fill in. */
public record Template(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  Set<String> places() {
    var places = new HashSet<String>();
    PLACE.matcher(text).results().map(place -> place.group(1)).forEach(places::add);
    return places;
  }

  /** Fills in each place once; what is filled in is not looked through again. */
  String filled(Map<String, String> values) {
    var lines = new StringBuilder();
    int kept = 0;
    for (var places = PLACE.matcher(text); places.find(); kept = places.end()) {
      lines.append(text, kept, places.start());
      lines.append(values.getOrDefault(places.group(1), ""));
    }
    lines.append(text, kept, text.length());
    return EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip();
  }
}
