package dev.roundtable.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/a?b=c#d", "http://example.org", "HTTPS://EXAMPLE.org"})
  void theWebMayBeLinked(String url) {
    assertThat(WebAddress.of(url)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "example.org",
        "https://user:word@example.org",
        "https://example.org@evil.example",
        "https://exa mple.org",
        "https://example.org/\u202egpj",
        "https:///path",
        ""
      })
  void nothingElseMay(String url) {
    assertThat(WebAddress.of(url)).isEmpty();
  }
}
