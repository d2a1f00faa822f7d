package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Incorrect key sk-proj-abc123DEF456 given | Incorrect key [secret] given",
        "Incorrect key: sk-pr******3f4A. Find | Incorrect key: [secret]. Find",
        "Authorization: Bearer abcdefghijkl | Authorization: [secret]",
        "https://x.example/v1?key=AIzaSyA1234567890&x=1 | https://x.example/v1?key=[secret]&x=1",
        "my-own-key is wrong | [secret] is wrong",
        "the model is overloaded | the model is overloaded",
      })
  void keysAreTakenOut(String said, String left) {
    assertThat(Redaction.of(said, "my-own-key")).isEqualTo(left);
  }

  @Test
  void markUpLineBreaksAndLengthAreTakenOut() {
    var page = "<html><style>b{}</style><h1>Bad\r\n gateway</h1>\u0007\u202e" + "long ".repeat(900);
    assertThat(Redaction.of(page, ""))
        .startsWith("Bad gateway long")
        .hasSizeLessThanOrEqualTo(300)
        .doesNotContain("\n", "\u0007", "\u202e", "<");
  }
}
