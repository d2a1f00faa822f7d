package dev.roundtable.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the JSON Schema says about one place of the configuration. */
record Shape(JsonNode root, JsonNode schema) {
  static final Shape ROUNDTABLE = parse(ShippedFiles.read("schema/roundtable.schema.json"));

  private static Shape parse(String text) {
    try {
      var mapper =
          JsonMapper.builder()
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
              .build();
      var root = mapper.readTree(text);
      return new Shape(root, root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema that ships is broken", e);
    }
  }

  /** The keys that are named, in their order. */
  List<String> keys() {
    var keys = new ArrayList<String>();
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Whether the keys are names that the operator chooses. */
  boolean isOpen() {
    return schema.has("patternProperties");
  }

  boolean isGroup() {
    return takes("object");
  }

  /** What stands under that key, nothing if the key is not allowed. */
  Optional<Shape> child(String key) {
    var named = schema.path("properties").path(key);
    if (!named.isMissingNode()) {
      return Optional.of(resolve(named));
    }
    return schema.path("patternProperties").properties().stream()
        .filter(pattern -> key.matches(pattern.getKey()))
        .findFirst()
        .map(pattern -> resolve(pattern.getValue()));
  }

  /** What stands under any name of an open group. */
  Shape anyChild() {
    return resolve(schema.path("patternProperties").elements().next());
  }

  /** What stands at that place of a list. */
  Shape item() {
    return resolve(schema.path("items"));
  }

  // Keys beside a reference add to it, as the schema's dialect has it.
  private Shape resolve(JsonNode found) {
    var reference = found.path("$ref");
    if (reference.isMissingNode()) {
      return new Shape(root, found);
    }
    var merged = Node.JSON.objectNode();
    root.at(reference.textValue().substring(1))
        .properties()
        .forEach(p -> merged.set(p.getKey(), p.getValue()));
    found.properties().forEach(p -> merged.set(p.getKey(), p.getValue()));
    return new Shape(root, merged);
  }

  boolean takes(String type) {
    var declared = schema.path("type");
    if (declared.isTextual()) {
      return declared.textValue().equals(type);
    }
    for (var one : declared) {
      if (one.asText().equals(type)) {
        return true;
      }
    }
    return false;
  }

  boolean requires(String key) {
    for (var required : schema.path("required")) {
      if (required.asText().equals(key)) {
        return true;
      }
    }
    return false;
  }

  Optional<JsonNode> byDefault() {
    return Optional.ofNullable(schema.get("default"));
  }

  /** What is allowed here, in words. */
  String allowed() {
    var words = words();
    return words.isEmpty() ? schema.path("title").asText() : String.join(", ", words);
  }

  /** The words that alone are allowed, none if any text is. */
  List<String> words() {
    var words = new ArrayList<String>();
    schema.path("enum").forEach(word -> words.add(word.asText()));
    return words;
  }
}
