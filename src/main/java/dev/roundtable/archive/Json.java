package dev.roundtable.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Writing JSON of plain values. */
final class Json {
  // Buffers of its own would stay with each thread for as long as its debate goes on.
  private static final JsonFactory SHARING_BUFFERS =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedBoundedPool()).build();
  private static final JsonMapper MAPPER =
      JsonMapper.builder(SHARING_BUFFERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final JsonMapper ASCII =
      JsonMapper.builder(SHARING_BUFFERS.copy()).enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode kind(String kind) {
    return object().put("kind", kind);
  }

  static <T> ArrayNode list(List<T> values, Function<T, ? extends JsonNode> write) {
    var array = MAPPER.createArrayNode();
    values.forEach(value -> array.add(write.apply(value)));
    return array;
  }

  static ArrayNode words(List<?> values) {
    var array = MAPPER.createArrayNode();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }

  static String text(ObjectNode node) {
    try {
      var text = MAPPER.writeValueAsString(node);
      // Half of a surrogate pair, as models write it now and then, has no place in UTF-8.
      return StandardCharsets.UTF_8.newEncoder().canEncode(text)
          ? text
          : ASCII.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is made of plain values", e);
    }
  }

  /** The text without what no database keeps: noughts and half surrogate pairs. */
  static String storable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace('\0', ' ');
  }

  static ObjectNode parse(String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new UnreadableEventException("it is not JSON", e);
    }
    throw new UnreadableEventException("it is not a JSON object");
  }
}
