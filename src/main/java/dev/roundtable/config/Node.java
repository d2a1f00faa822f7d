package dev.roundtable.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A value together with where it was said. */
sealed interface Node {
  JsonNodeFactory JSON = JsonNodeFactory.instance;

  Origin origin();

  /** The value without its origins. */
  JsonNode json();

  /** A key's place and its value. */
  record Entry(Origin key, Node value) {}

  record Mapping(Origin origin, SequencedMap<String, Entry> entries) implements Node {
    @Override
    public JsonNode json() {
      var object = JSON.objectNode();
      entries.forEach((key, entry) -> object.set(key, entry.value().json()));
      return object;
    }

    Optional<Node> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    Optional<Mapping> mapping(String key) {
      return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** A copy with that entry in the place of the old one, or at the end. */
    Mapping with(String key, Entry entry) {
      var copy = new LinkedHashMap<>(entries);
      copy.put(key, entry);
      return new Mapping(origin, copy);
    }

    Mapping without(String key) {
      var copy = new LinkedHashMap<>(entries);
      copy.remove(key);
      return new Mapping(origin, copy);
    }

    static Mapping empty(Origin origin) {
      return new Mapping(origin, new LinkedHashMap<>());
    }
  }

  record Sequence(Origin origin, List<Node> items) implements Node {
    @Override
    public JsonNode json() {
      var array = JSON.arrayNode();
      items.forEach(item -> array.add(item.json()));
      return array;
    }
  }

  record Scalar(Origin origin, JsonNode json) implements Node {}

  /** Something that was complained about already. */
  record Refused(Origin origin) implements Node {
    @Override
    public JsonNode json() {
      return NullNode.getInstance();
    }
  }

  /** A text and where it was said. */
  record Text(String text, Origin origin) {}

  /** The texts of a scalar or of a sequence; anything else has none. */
  static List<Text> texts(Node node) {
    return switch (node) {
      case Scalar(var origin, var json) when json.isTextual() ->
          List.of(new Text(json.textValue(), origin));
      case Sequence(_, var items) -> items.stream().flatMap(i -> texts(i).stream()).toList();
      case Scalar _, Mapping _, Refused _ -> List.of();
    };
  }
}
