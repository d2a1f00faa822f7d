package dev.roundtable.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.roundtable.debate.Debate;
import dev.roundtable.transcript.Words;

/** A debate as the JSON record that {@code debate.schema.json} describes. */
public final class JsonExport {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonExport() {}

  /** One record, ending with a line break. */
  public static String write(Debate debate, Words words) {
    try {
      return MAPPER.writeValueAsString(new RecordMaker(debate, words).make()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is made of plain values", e);
    }
  }
}
