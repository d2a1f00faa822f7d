package dev.roundtable.panelist;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the codecs have in common in reading and writing JSON. */
final class WireJson {
  // One that belonged to its thread would be held by each call for as long as its model thinks.
  static final JsonFactory SHARING_BUFFERS =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedBoundedPool()).build();
  private static final JsonMapper MAPPER =
      JsonMapper.builder(SHARING_BUFFERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private WireJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** As it is sent. */
  static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }

  /** Of our own, known to be good. */
  static JsonNode parse(String json) {
    return read(json).orElseThrow(() -> new IllegalArgumentException("not JSON: " + json));
  }

  /** The object or array it is, nothing if it is neither. */
  static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isContainerNode);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  static @Nullable String textOrNull(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
  }

  static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : "";
  }

  static List<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  static @Nullable BigDecimal usd(JsonNode node) {
    var amount = node.isObject() ? node.path("total_cost") : node;
    return amount.isNumber() && amount.decimalValue().signum() >= 0 ? amount.decimalValue() : null;
  }
}
