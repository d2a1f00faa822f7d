package dev.roundtable.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.roundtable.debate.Debate;
import dev.roundtable.transcript.Words;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A debate as the JSON record that {@code debate.schema.json} describes. */
public final class JsonExport {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  // Control, format and separators; line breaks stand between values.
  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\r\\n]]");
  // No UTF-8 can be written for it, and readers differ about its escape (RFC 8259, 8.2).
  private static final Pattern BROKEN = Pattern.compile("\\p{Cs}");

  private JsonExport() {}

  /**
   * One record, ending with a line break. What cannot be seen is written as an escape, and half a
   * surrogate pair becomes U+FFFD.
   */
  public static String write(Debate debate, Words words) {
    try {
      var json = MAPPER.writeValueAsString(new RecordMaker(debate, words).make());
      var whole = BROKEN.matcher(json).replaceAll("\uFFFD");
      return HIDDEN.matcher(whole).replaceAll(hidden -> escaped(hidden.group())) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is made of plain values", e);
    }
  }

  private static String escaped(String hidden) {
    return hidden.chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining());
  }
}
