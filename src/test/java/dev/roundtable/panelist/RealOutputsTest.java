package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Tries the reader on real outputs, one JSON object per line with {@code dataset} and {@code raw}.
 */
@EnabledIfSystemProperty(named = "llm.outputs", matches = ".+")
class RealOutputsTest {
  private static final Map<String, Double> LEAST =
      Map.of("crux", 0.99, "gsm", 0.99, "math-l5", 0.92);

  private static final class Share {
    private int all;
    private int read;

    double value() {
      return (double) read / all;
    }
  }

  // An empty answer counts: it is the right one to some of the questions.
  @Test
  void nearlyAllOfThemAreRead() throws IOException {
    var shares = new TreeMap<String, Share>();
    var mapper = new JsonMapper();
    for (var line : Files.readAllLines(Path.of(System.getProperty("llm.outputs")))) {
      var output = mapper.readTree(line);
      var share = shares.computeIfAbsent(output.path("dataset").asText(), _ -> new Share());
      var answer = JsonInText.last(output.path("raw").asText(), "answer");
      share.all++;
      share.read += answer.filter(said -> said.hasNonNull("answer")).isPresent() ? 1 : 0;
    }
    shares.forEach((name, share) ->
        System.out.printf(
            "%s: %d of %d read, %.1f %%%n", name, share.read, share.all, 100 * share.value()));
    assertThat(shares.keySet()).isEqualTo(LEAST.keySet());
    shares.forEach((name, share) ->
        assertThat(share.value()).as(name).isGreaterThanOrEqualTo(LEAST.get(name)));
  }
}
