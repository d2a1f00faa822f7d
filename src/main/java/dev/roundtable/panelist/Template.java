package dev.roundtable.panelist;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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
    var lines = PLACE.matcher(text).replaceAll(place -> value(place, values));
    return EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip();
  }

  private static String value(MatchResult place, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""));
  }
}
