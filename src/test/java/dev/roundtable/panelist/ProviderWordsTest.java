package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Incorrect key sk-proj-abc123DEF456 given | Incorrect key [redacted] given",
        "Incorrect key: sk-pr******3f4A. Find | Incorrect key: [redacted]. Find",
        "Authorization: Bearer abcdefghijkl | Authorization: Bearer [redacted]",
        "https://x.example/v1?key=AIzaSyA1234567890&x=1 | https://x.example/v1?key=[redacted]&x=1",
        "my-own-key is wrong | [redacted] is wrong",
        "the model is overloaded | the model is overloaded",
      })
  void keysAreTakenOut(String said, String left) {
    assertThat(ProviderWords.of(said, "my-own-key")).isEqualTo(left);
  }

  @Test
  void markUpLineBreaksAndLengthAreTakenOut() {
    var page = "<html><style>b{}</style><h1>Bad\r\n gateway</h1>\u0007\u202e" + "long ".repeat(900);
    assertThat(ProviderWords.of(page, ""))
        .startsWith("Bad gateway long")
        .hasSizeLessThanOrEqualTo(300)
        .doesNotContain("\n", "\u0007", "\u202e", "<");
  }
}
