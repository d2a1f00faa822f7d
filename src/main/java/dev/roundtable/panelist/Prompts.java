package dev.roundtable.panelist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What models are told, as templates that whoever runs the bot may rewrite.
 *
 * @param rules comes first in every call, the same for every seat
 */
public record Prompts(
    String rules,
    Template ballot,
    Template position,
    Template rebuttal,
    Template repair,
    Template chairForm,
    Template chairGroup,
    Template chairSummary) {
  /** The prompts by name, each with the placeholders that it must hold and no others. */
  public static final Map<String, Set<String>> PLACEHOLDERS =
      Map.of(
          "rules", Set.of(),
          "ballot", Set.of("mark", "question", "context", "arguments", "options", "example"),
          "position", Set.of("mark", "question", "context", "arguments", "example"),
          "rebuttal",
              Set.of("mark", "question", "context", "options", "own", "arguments", "example"),
          "repair", Set.of("field", "options", "example"),
          "chair-form", Set.of("mark", "question", "context", "example"),
          "chair-group", Set.of("mark", "question", "positions", "example"),
          "chair-summary", Set.of("mark", "question", "options", "count", "votes", "example"));

  /** What came of reading the prompts. */
  public sealed interface Parsed {
    record Read(Prompts prompts) implements Parsed {}

    record Rejected(List<Problem> problems) implements Parsed {
      public Rejected {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * What is wrong with a prompt.
   *
   * @param prompt its name, which is its file's without {@code .md}
   * @param sentence fit for print
   */
  public record Problem(String prompt, String sentence) {}

  /** Reads the prompts by name and reports all that is wrong with them together. */
  public static Parsed parse(Map<String, String> texts) {
    var problems = new ArrayList<Problem>();
    for (var name : new TreeSet<>(texts.keySet())) {
      if (!PLACEHOLDERS.containsKey(name)) {
        problems.add(new Problem(name, "There is no prompt of the name " + name + "."));
      }
    }
    for (var name : new TreeSet<>(PLACEHOLDERS.keySet())) {
      problems.addAll(problems(name, texts.getOrDefault(name, "")));
    }
    return problems.isEmpty() ? new Parsed.Read(of(texts)) : new Parsed.Rejected(problems);
  }

  private static List<Problem> problems(String name, String text) {
    if (text.isBlank()) {
      return List.of(new Problem(name, "The prompt " + name + " is missing or empty."));
    }
    var problems = new ArrayList<Problem>();
    var known = PLACEHOLDERS.getOrDefault(name, Set.of());
    var used = new Template(text).places();
    for (var place : new TreeSet<>(known)) {
      if (!used.contains(place)) {
        problems.add(new Problem(name, "The prompt " + name + " lacks {{" + place + "}}."));
      }
    }
    for (var place : new TreeSet<>(used)) {
      if (!known.contains(place)) {
        var what = "The prompt " + name + " holds {{" + place + "}}, which nothing fills in.";
        problems.add(new Problem(name, what));
      }
    }
    return problems;
  }

  private static Prompts of(Map<String, String> texts) {
    return new Prompts(
        template(texts, "rules").filled(Map.of()),
        template(texts, "ballot"),
        template(texts, "position"),
        template(texts, "rebuttal"),
        template(texts, "repair"),
        template(texts, "chair-form"),
        template(texts, "chair-group"),
        template(texts, "chair-summary"));
  }

  private static Template template(Map<String, String> texts, String name) {
    return new Template(texts.getOrDefault(name, "").replace("\r\n", "\n"));
  }
}
