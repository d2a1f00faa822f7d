package dev.roundtable.cli;

import dev.roundtable.panelist.Probe;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Probes as a table, and a sentence below it for each that failed. */
final class ProbeTable {
  private final Words words;
  private final Phrases phrases;

  ProbeTable(Words words) {
    this.words = words;
    this.phrases = new Phrases(words);
  }

  List<String> lines(List<Probe> probes) {
    var rows = new ArrayList<List<String>>();
    rows.add(Arrays.asList(words.say("check.header").split("\t", -1)));
    probes.forEach(probe -> rows.add(row(probe)));
    var lines = new ArrayList<String>();
    for (var row : rows) {
      lines.add("  " + padded(row, rows));
    }
    for (var probe : probes) {
      if (!probe.works()) {
        var sentence = VisibleText.line(probe.found().sentence());
        lines.add("  " + words.say("check.failure", probe.seat(), sentence));
      }
    }
    return lines;
  }

  private List<String> row(Probe probe) {
    var row = new ArrayList<String>();
    row.add(probe.seat().value());
    row.add(probe.model());
    row.addAll(found(probe.found()));
    row.add(phrases.duration(probe.latency()));
    row.add(words.say(probe.priceKnown() ? "check.yes" : "check.no"));
    return row;
  }

  // Reached, key accepted, model known, how its ballots are held to their shape.
  private List<String> found(Probe.Found found) {
    var yes = words.say("check.yes");
    var no = words.say("check.no");
    var untold = words.say("check.untold");
    return switch (found) {
      case Probe.Found.Works(_, var rung, _) ->
          List.of(yes, yes, yes, rung.name().toLowerCase(Locale.ROOT));
      case Probe.Found.Babbles _ -> List.of(yes, yes, yes, no);
      case Probe.Found.Unreachable _ -> List.of(no, untold, untold, untold);
      case Probe.Found.KeyMissing _ -> List.of(untold, no, untold, untold);
      case Probe.Found.KeyRejected _ -> List.of(yes, no, untold, untold);
      case Probe.Found.ModelUnknown _ -> List.of(yes, yes, no, untold);
      case Probe.Found.Refuses _ -> List.of(yes, untold, untold, untold);
      case Probe.Found.NotAllowed _ -> List.of(no, untold, untold, untold);
    };
  }

  private static String padded(List<String> row, List<List<String>> rows) {
    var line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int at = column;
      int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
      line.append(row.get(column)).repeat(" ", width - row.get(column).length() + 2);
    }
    return line.toString().stripTrailing();
  }
}
