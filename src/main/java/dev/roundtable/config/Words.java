package dev.roundtable.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What a word without quotes means: YAML 1.2's core, without exponents and other bases. */
final class Words {
  // Few digits, so that no number is costly to compute with.
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,9})?");

  private Words() {}

  static JsonNode read(String word) {
    return switch (word) {
      case "", "~", "null" -> NullNode.getInstance();
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> number(word);
    };
  }

  private static JsonNode number(String word) {
    if (!NUMBER.matcher(word).matches()) {
      return TextNode.valueOf(word);
    }
    return word.contains(".")
        ? DecimalNode.valueOf(new BigDecimal(word))
        : LongNode.valueOf(Long.parseLong(word));
  }
}
