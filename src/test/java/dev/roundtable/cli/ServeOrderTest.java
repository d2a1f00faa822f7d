package dev.roundtable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeOrderTest {
  @Test
  void theUsualWaysToSayItAreUnderstoodAtOnce() {
    assertThat(ServeOrder.plain("serve")).contains(new ServeOrder(Optional.empty()));
    assertThat(ServeOrder.plain("serve", "--config", "/etc/round-table"))
        .contains(new ServeOrder(Optional.of(Path.of("/etc/round-table"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ask",
        "serve --help",
        "serve --config",
        "serve --config=here",
        "serve --config --help",
        "serve --config @arguments",
        "serve --config here there",
        "serve here"
      })
  void everythingElseIsLeftToTheCommandLine(String typed) {
    var words = typed.isEmpty() ? new String[0] : typed.split(" ", -1);
    assertThat(ServeOrder.plain(words)).isEmpty();
  }
}
