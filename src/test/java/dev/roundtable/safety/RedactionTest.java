package dev.roundtable.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are built from parts, so that no scanner takes this file for a leak. */
@Timeout(60)
class RedactionTest {
  private static final String MIXED = "aB3dE5fG7hJ9kL1mN0pQ2rS4tU6vW8xYz".repeat(4);
  private static final String HEX = "0123456789abcdef".repeat(8);
  private static final String UUID = "550e8400-e29b-41d4-a716-446655440000";

  private static String mixed(int length) {
    return MIXED.substring(0, length);
  }

  private static String hex(int length) {
    return HEX.substring(0, length);
  }

  private static String upper(int length) {
    return MIXED.toUpperCase(Locale.ROOT).substring(0, length);
  }

  private static Arguments key(String kind, String... parts) {
    return Arguments.of(kind, String.join("", parts));
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        key("an OpenAI key", "sk-", mixed(20), "T3Blb", "kFJ", mixed(20)),
        key("an OpenAI key", "sk-proj-", mixed(60), "_", mixed(50)),
        key("an OpenAI key", "sk-svcacct-", mixed(74)),
        key("an OpenAI key", "sk-admin-", mixed(74)),
        key("an OpenAI key", "sk-proj-", "abc123DEF456"),
        key("an Anthropic key", "sk-ant-api03-", mixed(86), "-", mixed(6), "AA"),
        key("an Anthropic key", "sk-ant-admin01-", mixed(86)),
        key("an OpenRouter key", "sk-or-v1-", hex(64)),
        key("a model provider’s key", "sk-", hex(32)),
        key("a model provider’s key", "sk-", mixed(48)),
        key("a Langfuse key", "sk-lf-", UUID),
        key("a Google key", "AIza", "SyD-", mixed(31)),
        key("a Google client secret", "GOCSPX-", mixed(28)),
        key("a Google access token", "ya29.", "a0A", mixed(80)),
        key("an xAI key", "xai-", mixed(80)),
        key("a Groq key", "gsk_", mixed(52)),
        key("a Perplexity key", "pplx-", mixed(48)),
        key("a Cerebras key", "csk-", mixed(48)),
        key("a Hugging Face token", "hf_", mixed(34)),
        key("a Replicate token", "r8_", mixed(37)),
        key("an NVIDIA key", "nvapi-", mixed(30), "-", mixed(33)),
        key("a LangSmith key", "lsv2_pt_", hex(32), "_", hex(10)),
        key("a Slack token", "xoxb-", "123456789012-1234567890123-", mixed(24)),
        key("a Slack token", "xoxp-", "123456789012-123456789012-123456789012-", hex(32)),
        key("a Slack token", "xoxe.", "xoxp-1-", mixed(100)),
        key("a Slack token", "xoxe-", "1-", mixed(100)),
        key("a Slack app token", "xapp-", "1-A0123456789-1234567890123-", hex(64)),
        key("a Slack webhook address", "https://hooks.slack.com/", "services/T01/B01/", mixed(24)),
        key(
            "a Discord webhook address",
            "https://discord.com/api/",
            "webhooks/123456789012345678/",
            mixed(68)),
        key("a Discord bot token", "MTIz", mixed(22), ".", mixed(6), ".", mixed(38)),
        key("a Telegram bot token", "1234567890:", "AA", mixed(33)),
        key("an AWS access key", "AKIA", upper(16)),
        key("an AWS access key", "ASIA", upper(16)),
        key("a GitHub token", "ghp_", mixed(36)),
        key("a GitHub token", "gho_", mixed(36)),
        key("a GitHub token", "ghs_", mixed(36)),
        key("a GitHub token", "github_pat_", mixed(22), "_", mixed(59)),
        key("a GitLab token", "glpat-", mixed(20)),
        key("an npm token", "npm_", mixed(36)),
        key("a PyPI token", "pypi-", "AgEIcHlwaS5vcmc", mixed(100)),
        key("a RubyGems key", "rubygems_", hex(48)),
        key("a Docker token", "dckr_pat_", mixed(27)),
        key("a Stripe key", "sk_live_", mixed(24)),
        key("a Stripe key", "rk_live_", mixed(24)),
        key("a Stripe webhook secret", "whsec_", mixed(32)),
        key("a Twilio key", "SK", hex(32)),
        key("a SendGrid key", "SG.", mixed(22), ".", mixed(43)),
        key("a Mailgun key", "key-", hex(32)),
        key("a Mailchimp key", hex(32), "-us12"),
        key("a Shopify token", "shpat_", hex(32)),
        key("a Square token", "sq0atp-", mixed(22)),
        key("a Databricks token", "dapi", hex(32)),
        key("a DigitalOcean token", "dop_v1_", hex(64)),
        key("a HashiCorp Vault token", "hvs.", mixed(90)),
        key("a Grafana token", "glsa_", mixed(32), "_", hex(8)),
        key("a New Relic key", "NRAK-", upper(27)),
        key("a Sentry token", "sntrys_", mixed(100)),
        key("a Linear key", "lin_api_", mixed(40)),
        key("a Notion token", "ntn_", mixed(46)),
        key("a Notion token", "secret_", mixed(43)),
        key("a Figma token", "figd_", mixed(40)),
        key("an Airtable token", "pat", mixed(14), ".", hex(64)),
        key("an Atlassian token", "ATATT3", mixed(100)),
        key("a Postman key", "PMAK-", hex(24), "-", hex(34)),
        key("an age key", "AGE-SECRET-KEY-1", upper(58)),
        key("a signed token (JWT)", "eyJ", mixed(30), ".eyJ", mixed(60), ".", mixed(43)),
        key(
            "a private key",
            "-----BEGIN RSA PRIVATE",
            " KEY-----\n",
            mixed(64),
            "\n-----END RSA PRIVATE",
            " KEY-----"),
        key("a private key", "-----BEGIN OPENSSH PRIVATE", " KEY-----\n", mixed(64)));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aKeyIsKnownByItsShape(String kind, String key) {
    var text = "We used (" + key;
    assertThat(Redaction.redact(text)).isEqualTo("We used ([redacted]");
    assertThat(Redaction.find(text)).containsExactly(kind);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aKeyThatSomethingInvisibleTearsApartIsKnownAllTheSame(String kind, String key) {
    for (var torn : List.of("\u200B", "\u00AD", "\u202E", "\uDB40\uDC41")) {
      var half = key.length() / 2;
      var text = "We used (" + key.substring(0, half) + torn + key.substring(half);
      assertThat(Redaction.redact(text)).isEqualTo("We used ([redacted]");
      assertThat(Redaction.find(text)).containsExactly(kind);
    }
  }

  private static Arguments secret(String kind, String before, String secret, String after) {
    return Arguments.of(kind, before, secret, after);
  }

  static Stream<Arguments> secrets() {
    return Stream.of(
        secret("an authorization header", "Authorization: Bearer ", mixed(32), ""),
        secret("an authorization header", "Authorization: Bearer ", "abcdefghijkl", "\nnext"),
        secret("an authorization header", "-H 'authorization: Basic ", "dXNlcjpwdw==", "'"),
        secret("an authorization header", "{\"Authorization\": \"Bot ", mixed(20), "\"}"),
        secret("an authorization header", "use Bearer ", mixed(40), " here"),
        secret("an authorization header", "Basic ", "QWxhZGRpbjpvcGVu==", ""),
        secret("a named secret", "x-api-key: ", mixed(32), ""),
        secret("a named secret", "x-goog-api-key: ", mixed(32), ""),
        secret("a named secret", "{\"api_key\": \"", mixed(32), "\"}"),
        secret("a named secret", "MISTRAL_API_KEY=", mixed(32), ""),
        secret("a named secret", "DD_API_KEY=", hex(32), ""),
        secret("a named secret", "DD_APP_KEY=", hex(40), ""),
        secret("a named secret", "TWILIO_AUTH_TOKEN=", hex(32), ""),
        secret("a named secret", "token = ", mixed(20), ""),
        secret("a named secret", "password=", "correcthorse", " staple"),
        secret("a named secret", "spring.datasource.password=", "hunter2!", ""),
        secret("a named secret", "PASSWORD: ", "tr0ub4dor&3".replace("&", "-"), ""),
        secret("a named secret", "\"pwd\": '", "not so secret", "'"),
        secret("a named secret", "client_secret='", mixed(20), "'"),
        secret("a password in a web address", "https://user:", mixed(12), "@example.org/x"),
        secret("a password in a web address", "postgres://app:", "pass", "@db:5432/app"),
        secret("a password in a web address", "redis://:", mixed(12), "@cache"),
        secret("a database password", "jdbc:postgresql://db/x?user=a&password=", "pw", "&ssl=1"),
        secret("a database password", "jdbc:sqlserver://db;user=a;password=", "pw!", ";x=1"),
        secret("a database password", "jdbc:oracle:thin:scott/", "tiger", "@db:1521:x"),
        secret("an Azure key", "AccountName=a;AccountKey=", mixed(86) + "==", ";EndpointSuffix=x"),
        secret("an Azure key", "SharedAccessKeyName=a;SharedAccessKey=", mixed(43) + "=", ""),
        secret("an Azure access signature", "https://a.example/b?sv=1&sig=", mixed(43), "&se=2"),
        secret("an AWS secret key", "aws_secret_access_key = ", mixed(40), ""),
        secret("a Sentry address with its key", "https://", hex(32), "@o1.ingest.sentry.io/42"),
        secret("a key in a web address", "https://x.example/v1?key=", mixed(20), "&x=1"));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretIsKnownByWhatStandsBeforeIt(String kind, String before, String secret, String after) {
    var text = before + secret + after;
    assertThat(Redaction.redact(text)).isEqualTo(before + "[redacted]" + after);
    assertThat(Redaction.find(text)).containsExactly(kind);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aKeyBehindATellingNameIsMarkedOnce(String kind, String key) {
    var text = "API_KEY=\"" + key + "\"";
    var redacted = Redaction.redact(text);
    assertThat(redacted).startsWith("API_KEY=\"[redacted]").doesNotContain("[redacted]]");
    assertThat(redacted.split("redacted", -1)).hasSize(2);
    assertThat(Redaction.redact(redacted)).isEqualTo(redacted);
    assertThat(Redaction.find(text)).containsExactly(kind);
  }

  @Test
  void severalAreNamedInTheirOrderAndEachOnce() {
    var groq = "gsk_" + mixed(52);
    var github = "ghp_" + mixed(36);
    var text = groq + ", " + github + " and " + groq;
    assertThat(Redaction.find(text)).containsExactly("a Groq key", "a GitHub token");
    assertThat(Redaction.redact(text)).isEqualTo("[redacted], [redacted] and [redacted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Should we keep tokens in a vault?",
        "The password policy: at least 12 characters",
        "password: 12-character minimum, token: 30-minute expiry",
        "sk-8 is a road, and sk-circle-fade-dot-animation a class",
        "Ask about the secret: why?",
        "Which token: session-based or signed?",
        "API key: rotate or revoke?",
        "Is bearer authentication enough, or basic authentication?",
        "Authorization: required for everybody",
        "https://example.org/a:b@c",
        "https://example.org/wiki?token=economics&key=value",
        "Use pplx-70b-online, pplx-7b-chat or llama-3.1-sonar-large-128k-online?",
        "Is gpt-4o-mini-2024-07-18 or claude-sonnet-4-5-20250929 or grok-4-fast-reasoning better?",
        "xai-grok-4-fast-reasoning, hf_hub_download, npm_config_registry, gsk_",
        "The run 550e8400-e29b-41d4-a716-446655440000 failed",
        "Revert 63cb50b5a8c1d2e3f405162738495a6b7c8d9e0f?",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "apiKey: ${OPENAI_API_KEY}, password=<your password>, token = tokenizer2.next()",
        "xoxb-your-bot-token",
        "AKIA is how they begin",
        "Meet at 12:30:45, or mail anna@example.org"
      })
  void ordinaryTalkStays(String text) {
    assertThat(Redaction.redact(text)).isEqualTo(text);
    assertThat(Redaction.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-",
        "a.",
        "eyJ",
        "eyJaaaaaaaa-",
        "https://",
        "a://",
        "://:",
        "password",
        "password=",
        "token: ",
        "aws secret ",
        "jdbc:",
        "jdbc:?password",
        "-----BEGIN PRIVATE KEY",
        "xoxb-",
        "authorization: ",
        "bearer ",
        "M",
        "?key=",
        "0",
        " ",
        "\"token\":\""
      })
  @Timeout(10)
  void noTextMakesASearchLong(String piece) {
    var text = piece.repeat(100_000 / piece.length());
    assertThat(Redaction.redact(text).length()).isPositive();
  }
}
