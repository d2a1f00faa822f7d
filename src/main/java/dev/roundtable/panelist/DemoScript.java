package dev.roundtable.panelist;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The texts of the demonstration panel, from {@code demo.yaml}. */
record DemoScript(List<Temperament> seats, List<String> moves, List<String> silences) {
  /**
   * How a demonstration seat is.
   *
   * @param openness how easily an argument moves it, from 0 to 1
   * @param leans words in a label that it likes
   * @param reasons why it takes one of its positions on an open question
   */
  record Temperament(
      String id,
      String name,
      double openness,
      List<String> leans,
      List<String> arguments,
      List<String> keeps,
      List<String> positions,
      List<String> reasons) {}

  static DemoScript load() {
    try (var file = DemoScript.class.getResourceAsStream("demo.yaml")) {
      return JsonMapper.builder(new YAMLFactory()).build().readValue(file, DemoScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own demo.yaml", e);
    }
  }
}
