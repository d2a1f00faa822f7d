package dev.roundtable.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, read by name; those that nobody asks for are passed over. */
record Fields(JsonNode node) {
  private JsonNode field(String name) {
    var field = node.path(name);
    if (field.isMissingNode() || field.isNull()) {
      throw new UnreadableEventException("it has no " + name);
    }
    return field;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  String kind() {
    return text("kind");
  }

  UnreadableEventException unknownKind() {
    return new UnreadableEventException("it has something of an unknown kind: " + kind());
  }

  String text(String name) {
    var field = field(name);
    if (!field.isTextual()) {
      throw new UnreadableEventException(name + " is not a text");
    }
    return field.textValue();
  }

  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  long number(String name) {
    var field = field(name);
    if (!field.canConvertToLong()) {
      throw new UnreadableEventException(name + " is not a whole number");
    }
    return field.longValue();
  }

  int integer(String name) {
    return Math.toIntExact(number(name));
  }

  boolean flag(String name) {
    return field(name).booleanValue();
  }

  @Nullable Double fractionOrNull(String name) {
    return has(name) ? Double.valueOf(field(name).doubleValue()) : null;
  }

  BigDecimal decimal(String name) {
    return new BigDecimal(text(name));
  }

  Duration duration(String name) {
    return Duration.parse(text(name));
  }

  @Nullable Duration durationOrNull(String name) {
    return has(name) ? duration(name) : null;
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  <T> T value(String name, Function<Fields, T> read) {
    return read.apply(new Fields(field(name)));
  }

  <T> @Nullable T valueOrNull(String name, Function<Fields, T> read) {
    return has(name) ? value(name, read) : null;
  }

  <T> List<T> list(String name, Function<Fields, T> read) {
    var list = new ArrayList<T>();
    field(name).forEach(item -> list.add(read.apply(new Fields(item))));
    return list;
  }

  <T> List<T> words(String name, Function<String, T> read) {
    return words(field(name), read);
  }

  private static <T> List<T> words(JsonNode array, Function<String, T> read) {
    var list = new ArrayList<T>();
    array.forEach(item -> list.add(read.apply(item.asText())));
    return list;
  }

  <K, V> Map<K, V> values(String name, Function<String, K> key, Function<String, V> value) {
    var map = new LinkedHashMap<K, V>();
    field(name)
        .properties()
        .forEach(
            entry -> map.put(key.apply(entry.getKey()), value.apply(entry.getValue().asText())));
    return map;
  }

  <K, V> Map<K, List<V>> lists(String name, Function<String, K> key, Function<String, V> value) {
    var map = new LinkedHashMap<K, List<V>>();
    field(name)
        .properties()
        .forEach(entry -> map.put(key.apply(entry.getKey()), words(entry.getValue(), value)));
    return map;
  }
}
