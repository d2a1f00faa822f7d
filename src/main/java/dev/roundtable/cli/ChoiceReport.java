package dev.roundtable.cli;

import dev.roundtable.config.PanelChoice;
import dev.roundtable.export.Ink;
import dev.roundtable.export.TextExport;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which panel is asked and why, and what those that are missing need. */
final class ChoiceReport {
  private static final int SHOWN_REMEDIES = 2;

  private final Words words;

  ChoiceReport(Words words) {
    this.words = words;
  }

  /** Lines of at most that many columns. */
  String chosen(PanelChoice.Chosen choice, int width) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.paragraph(choice.why() + " " + missing(choice.missing())));
    skipped(choice.skipped()).ifPresent(passed -> blocks.add(Block.paragraph(passed)));
    var section = new Section("choice", Section.Weight.BODY, List.of(), blocks);
    return new TextExport(width, Ink.NONE).write(List.of(section)) + "\n";
  }

  String none(PanelChoice.None none) {
    return why(none.why()) + skipped(none.skipped()).map(passed -> " " + passed).orElse("");
  }

  private String why(PanelChoice.Lack lack) {
    return switch (lack) {
      case PanelChoice.Lack.NoSuchPanel(var name, var names, var near) -> {
        var unknown = words.say("choice.unknown", name, String.join(", ", names));
        yield unknown + near.map(one -> " " + words.say("choice.near", one)).orElse("");
      }
      case PanelChoice.Lack.NoQuorum(var panel) -> words.say("choice.noQuorum", panel);
      case PanelChoice.Lack.NoQuorumAnywhere() -> words.say("choice.none");
    };
  }

  private String remedy(PanelChoice.Remedy remedy) {
    return switch (remedy) {
      case PanelChoice.Remedy.SetVariable(var name) -> words.say("choice.set", name);
      case PanelChoice.Remedy.WriteKey(var file) -> words.say("choice.write", file);
      case PanelChoice.Remedy.StartServer(var provider, var at) ->
          words.say("choice.start", provider, at);
    };
  }

  private String missing(List<PanelChoice.Missing> missing) {
    var sentences = new ArrayList<String>();
    byRemedy(missing)
        .forEach((remedy, seats) ->
            sentences.add(words.say("choice.missing", words.list(seats), remedy)));
    return String.join(" ", sentences);
  }

  private Optional<String> skipped(List<PanelChoice.Skipped> skipped) {
    var panels =
        skipped.stream()
            .map(panel -> words.say("choice.needs", panel.panel(), needs(panel.missing())))
            .toList();
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(words.say("choice.skipped", words.list(panels)));
  }

  private String needs(List<PanelChoice.Missing> missing) {
    var remedies = List.copyOf(byRemedy(missing).keySet());
    return remedies.size() <= SHOWN_REMEDIES
        ? words.list(remedies)
        : words.say("choice.more", remedies.getFirst(), remedies.size() - 1);
  }

  private Map<String, List<String>> byRemedy(List<PanelChoice.Missing> missing) {
    var seats = new LinkedHashMap<String, List<String>>();
    for (var lack : missing) {
      seats.computeIfAbsent(remedy(lack.remedy()), _ -> new ArrayList<>()).add(lack.seat().name());
    }
    return seats;
  }
}
