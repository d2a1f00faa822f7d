package dev.roundtable.cli;

import dev.roundtable.config.PanelChoice;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which panel is asked and why, and what those that are missing need. */
final class ChoiceReport {
  private final Words words;

  ChoiceReport(Words words) {
    this.words = words;
  }

  String chosen(PanelChoice.Chosen choice) {
    var lines = new ArrayList<String>();
    lines.add(choice.why());
    lines.addAll(missing(choice.missing()));
    lines.addAll(skipped(choice.skipped()));
    return String.join("\n", lines);
  }

  String none(PanelChoice.None none) {
    var lines = new ArrayList<String>();
    lines.add(none.why());
    lines.addAll(skipped(none.skipped()));
    return String.join("\n", lines);
  }

  private List<String> missing(List<PanelChoice.Missing> missing) {
    var lines = new ArrayList<String>();
    byRemedy(missing)
        .forEach(
            (remedy, seats) -> lines.add(words.say("choice.missing", words.list(seats), remedy)));
    return lines;
  }

  private List<String> skipped(List<PanelChoice.Skipped> skipped) {
    return skipped.stream()
        .map(panel -> {
          var remedies = List.copyOf(byRemedy(panel.missing()).keySet());
          return words.say("choice.skipped", panel.panel(), words.list(remedies));
        })
        .toList();
  }

  private static Map<String, List<String>> byRemedy(List<PanelChoice.Missing> missing) {
    var seats = new LinkedHashMap<String, List<String>>();
    for (var lack : missing) {
      seats.computeIfAbsent(lack.remedy(), _ -> new ArrayList<>()).add(lack.seat().name());
    }
    return seats;
  }
}
