package dev.roundtable.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Lays variables of the environment over the document. A key's variable is {@code ROUNDTABLE}, then
 * each part of its path after two underscores, in capitals; within a part, a hyphen and the start
 * of a word are one underscore: {@code limits.userPerDay} is {@code
 * ROUNDTABLE__LIMITS__USER_PER_DAY}. A list is written with commas.
 */
final class Overrides {
  static final String PREFIX = "ROUNDTABLE__";

  /** The names by which other tools know a key of ours; ours goes before them. */
  static final String SLACK_API = "SLACK_API_BASE_URL";

  static final String DISCORD_API = "DISCORD_API_BASE_URL";

  private final List<Problem> problems;

  private Overrides(List<Problem> problems) {
    this.problems = problems;
  }

  static Node.Mapping lay(
      Map<String, String> environment, Node.Mapping document, List<Problem> problems) {
    var overrides = new Overrides(problems);
    var laid = overrides.api("slack", SLACK_API, environment, document);
    laid = overrides.api("discord", DISCORD_API, environment, laid);
    for (var variable : new TreeMap<>(environment).entrySet()) {
      if (variable.getKey().startsWith(PREFIX)) {
        laid = overrides.lay(variable.getKey(), variable.getValue(), laid);
      }
    }
    return laid;
  }

  // It alone makes no chat: without tokens there is nothing to call.
  private Node.Mapping api(
      String group, String variable, Map<String, String> environment, Node.Mapping document) {
    var value = environment.get(variable);
    if (value == null || value.isBlank() || document.get(group).isEmpty()) {
      return document;
    }
    var text = new Text(new Origin.Variable(variable), value.strip());
    var path = List.of(group.toUpperCase(Locale.ROOT), "API_URL");
    return lay(path, text, Shape.ROUNDTABLE, document);
  }

  private Node.Mapping lay(String variable, String value, Node.Mapping document) {
    var parts = List.of(variable.substring(PREFIX.length()).split("__", -1));
    var text = new Text(new Origin.Variable(variable), value.strip());
    if (text.value().isEmpty()) {
      return refuse(text, document, "It is empty; unset it, or give it a value.");
    }
    return lay(parts, text, Shape.ROUNDTABLE, document);
  }

  private record Text(Origin.Variable origin, String value) {}

  private Node.Mapping lay(List<String> parts, Text text, Shape shape, Node.Mapping onto) {
    var part = parts.getFirst();
    var key = key(part, shape);
    if (key.isEmpty()) {
      return refuse(text, onto, unknown(part, shape));
    }
    var below = shape.child(key.get()).orElseThrow();
    if (parts.size() == 1) {
      return set(key.get(), text, below, onto);
    }
    if (!below.isGroup()) {
      return refuse(text, onto, "Nothing can stand below " + key.get() + ".");
    }
    return descend(key.get(), parts.subList(1, parts.size()), text, below, onto);
  }

  private Node.Mapping descend(
      String key, List<String> parts, Text text, Shape below, Node.Mapping onto) {
    var old = Optional.ofNullable(onto.entries().get(key));
    // What is no group in the file is the file's mistake, and is said there.
    if (old.isPresent() && !(old.get().value() instanceof Node.Mapping)) {
      return onto;
    }
    var mapping = onto.mapping(key).orElseGet(() -> Node.Mapping.empty(text.origin()));
    var origin = old.map(Node.Entry::key).orElse(text.origin());
    return onto.with(key, new Node.Entry(origin, lay(parts, text, below, mapping)));
  }

  private Node.Mapping set(String key, Text text, Shape shape, Node.Mapping onto) {
    if (shape.isGroup()) {
      return refuse(
          text, onto, key + " is a group of keys; set one of them, as in " + example(text, shape));
    }
    var entry = new Node.Entry(text.origin(), node(text, shape));
    if (!Secrets.isReference(key)) {
      return onto.with(key, entry);
    }
    // A reference given by variable replaces the file's, in whichever way that one was given.
    var other = Secrets.counterpart(key);
    var replaced = onto.get(other).filter(node -> node.origin() instanceof Origin.InFile);
    return (replaced.isPresent() ? onto.without(other) : onto).with(key, entry);
  }

  private static String example(Text text, Shape shape) {
    var below =
        shape.isOpen()
            ? "NAME__" + variable(shape.anyChild().keys().getFirst())
            : variable(shape.keys().getFirst());
    return text.origin().name() + "__" + below + ".";
  }

  private static Node node(Text text, Shape shape) {
    var list = shape.takes("array") && (text.value().contains(",") || !shape.takes("string"));
    if (list) {
      var items =
          Arrays.stream(text.value().split(",", -1))
              .<Node>map(item -> new Node.Scalar(text.origin(), TextNode.valueOf(item.strip())))
              .toList();
      return new Node.Sequence(text.origin(), items);
    }
    return new Node.Scalar(text.origin(), scalar(text.value(), shape));
  }

  private static JsonNode scalar(String value, Shape shape) {
    return shape.takes("string") ? TextNode.valueOf(value) : Words.read(value);
  }

  private Node.Mapping refuse(Text text, Node.Mapping onto, String sentence) {
    problems.add(new Problem(text.origin(), sentence));
    return onto;
  }

  private static Optional<String> key(String part, Shape shape) {
    if (shape.isOpen()) {
      var name = part.toLowerCase(Locale.ROOT).replace('_', '-');
      return shape.child(name).isPresent() ? Optional.of(name) : Optional.empty();
    }
    return shape.keys().stream().filter(key -> variable(key).equals(part)).findFirst();
  }

  private static String unknown(String part, Shape shape) {
    var words = shape.keys().stream().map(Overrides::variable).toList();
    return Secrets.inline(camel(part), shape)
        .orElseGet(
            () -> "There is no key for " + Shown.key(part) + "." + Nearest.question(part, words));
  }

  private static String camel(String part) {
    return Pattern.compile("_+([a-z])")
        .matcher(part.toLowerCase(Locale.ROOT))
        .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
  }

  private static String variable(String key) {
    return key.replaceAll("([A-Z])", "_$1").replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
