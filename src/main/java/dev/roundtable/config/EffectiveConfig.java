package dev.roundtable.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The configuration as it is in force, as YAML that says where each value came from. */
public final class EffectiveConfig {
  private static final int COMMENT_COLUMN = 56;

  private final Node.Mapping document;
  private final Map<String, String> environment;

  EffectiveConfig(Node.Mapping document, Map<String, String> environment) {
    this.document = document;
    this.environment = environment;
  }

  /** YAML that reads back as the same configuration. It names secrets and shows none. */
  @Override
  public String toString() {
    var out = new StringBuilder();
    print(document, "", out);
    return out.toString();
  }

  private void print(Node.Mapping mapping, String indent, StringBuilder out) {
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (entry.value() instanceof Node.Mapping group && !group.entries().isEmpty()) {
            out.append(indent).append(key).append(":\n");
            print(group, indent + "  ", out);
          } else {
            var line = indent + key + ": " + value(entry.value());
            var gap = Math.max(2, COMMENT_COLUMN - line.length());
            out.append(line).append(" ".repeat(gap)).append("# ");
            out.append(comment(key, entry.value())).append('\n');
          }
        });
  }

  private String comment(String key, Node value) {
    var origin = origin(value.origin());
    if (!Secrets.isReference(key)) {
      return origin;
    }
    var name = value.json().asText();
    var set =
        key.endsWith(Secrets.ENV)
            ? !environment.getOrDefault(name, "").isBlank()
            : Files.isReadable(Path.of(name));
    return origin + (set ? ", set (********)" : ", not set");
  }

  private static String origin(Origin origin) {
    return switch (origin) {
      case Origin.InFile place -> ConfigFolder.FILE + ":" + place.line();
      case Origin.WholeFile _ -> ConfigFolder.FILE;
      case Origin.Variable _, Origin.Default _ -> origin.toString();
    };
  }

  private static String value(Node node) {
    return switch (node) {
      case Node.Scalar(_, var json) -> scalar(json);
      case Node.Sequence(_, var items) ->
          items.stream().map(EffectiveConfig::value).collect(Collectors.joining(", ", "[", "]"));
      case Node.Mapping _ -> "{}";
      case Node.Refused _ -> throw new IllegalStateException("refused at " + node.origin());
    };
  }

  private static String scalar(JsonNode json) {
    if (!json.isTextual()) {
      return json.asText();
    }
    var text = json.textValue();
    var plain = text.matches("[A-Za-z][A-Za-z0-9 /._:-]*[A-Za-z0-9]|[A-Za-z]|[0-9]+[a-z]+");
    var safe = plain && !text.contains(": ") && Words.read(text).isTextual();
    return safe ? text : json.toString();
  }
}
