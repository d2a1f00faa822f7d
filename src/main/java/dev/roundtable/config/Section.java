package dev.roundtable.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A group of keys in a document that the schema has passed. */
record Section(Node.Mapping mapping) {
  Optional<Section> section(String key) {
    return mapping.mapping(key).map(Section::new);
  }

  Section required(String key) {
    return section(key).orElseThrow(() -> new IllegalStateException("no " + key));
  }

  /** The groups below by name, in their order. */
  SequencedMap<String, Section> sections(String key) {
    var sections = new LinkedHashMap<String, Section>();
    for (var name : required(key).mapping().entries().keySet()) {
      sections.put(name, required(key).required(name));
    }
    return sections;
  }

  private Optional<JsonNode> value(String key) {
    return mapping.get(key).map(Node::json);
  }

  private JsonNode needed(String key) {
    return value(key).orElseThrow(() -> new IllegalStateException("no " + key));
  }

  Optional<String> text(String key) {
    return value(key).map(JsonNode::asText);
  }

  String word(String key) {
    return needed(key).asText();
  }

  /** A text or a list of texts, none if it is absent. */
  List<String> words(String key) {
    return mapping.get(key).map(Node::texts).orElse(List.of()).stream()
        .map(Node.Text::text)
        .toList();
  }

  /** The lists of texts below by name. */
  Map<String, List<String>> lists(String key) {
    var lists = new LinkedHashMap<String, List<String>>();
    var below = required(key);
    below.mapping().entries().keySet().forEach(name -> lists.put(name, below.words(name)));
    return lists;
  }

  boolean flag(String key) {
    return needed(key).booleanValue();
  }

  int whole(String key) {
    return needed(key).decimalValue().intValueExact();
  }

  BigDecimal number(String key) {
    return needed(key).decimalValue();
  }

  Optional<BigDecimal> numberIfAny(String key) {
    return value(key).map(JsonNode::decimalValue);
  }

  Optional<URI> url(String key) {
    return text(key).map(URI::create);
  }

  Duration duration(String key) {
    return durationIfAny(key).orElseThrow(() -> new IllegalStateException("no " + key));
  }

  Optional<Duration> durationIfAny(String key) {
    return text(key).map(Section::toDuration);
  }

  static Duration toDuration(String text) {
    var digits = text.replaceAll("[a-z]", "");
    var amount = Long.parseLong(digits);
    return switch (text.substring(digits.length())) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default -> throw new IllegalArgumentException("not a time: " + text);
    };
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    return choiceIfAny(key, type).orElseThrow(() -> new IllegalStateException("no " + key));
  }

  <E extends Enum<E>> Optional<E> choiceIfAny(String key, Class<E> type) {
    return text(key)
        .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
  }
}
