package dev.roundtable.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  // Built from parts, so that no scanner takes this file for a leak.
  private static final String BODY = "Zx9".repeat(14);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-", "sk-proj-", "sk-ant-api03-", "sk-or-v1-", "xai-", "gsk_", "pplx-", "hf_", "xoxb-",
        "xoxp-", "xapp-", "AIza", "ghp_", "github_pat_", "glpat-", "npm_", "sk_live_", "ya29."
      })
  void aKeyIsKnownByItsPrefix(String prefix) {
    var text = "the key " + prefix + BODY + " was refused";
    assertThat(Redaction.of(text)).isEqualTo("the key [redacted] was refused");
    assertThat(Redaction.findsIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer ",
        "x-api-key: ",
        "{\"api_key\": \"",
        "password=",
        "client_secret='",
        "https://user:",
        "token = "
      })
  void aSecretIsKnownByWhatStandsBeforeIt(String before) {
    assertThat(Redaction.of(before + BODY + "@x")).doesNotContain(BODY).contains("[redacted]");
  }

  @Test
  void aPrivateKeyAndTokensWithPartsAreTakenOutWhole() {
    var pem = "-----BEGIN RSA PRIVATE KEY-----\n" + BODY + "\n-----END RSA PRIVATE KEY-----";
    var jwt = "eyJ" + BODY + ".eyJ" + BODY + "." + BODY;
    var aws = "AKIA" + "Q".repeat(16);
    assertThat(Redaction.of(pem + " " + jwt + " " + aws))
        .isEqualTo("[redacted] [redacted] [redacted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Should we keep tokens in a vault?",
        "The password policy: at least 12 characters",
        "sk-8 is a road",
        "Ask about the secret: why?",
        "https://example.org/a:b@c"
      })
  void ordinaryTalkAboutSecretsStays(String text) {
    assertThat(Redaction.of(text)).isEqualTo(text);
  }
}
