package dev.roundtable.safety;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a kind of credential looks.
 *
 * @param kind as a person would call it
 * @param needs at least two characters of ASCII each, in lower case; a text with none of them,
 *     whatever its case, holds no such credential, and is not searched for one. Empty if every text
 *     has to be searched
 * @param begun whether it begins with what it needs, with no letter and no digit before it
 * @param pattern its last group is the secret; without a group the whole match is
 */
record CredentialShape(String kind, List<String> needs, boolean begun, Pattern pattern) {
  // What stands before a token, so that it is none inside a longer word.
  private static final String START = "(?<![A-Za-z0-9])";
  // What a pattern begins with as it stands; a character that is repeated is not part of it.
  private static final Pattern LITERAL =
      Pattern.compile("^[A-Za-z0-9_:/-]+(?![?*{+A-Za-z0-9_:/-])");
  private static final String NOT_REDACTED = "(?!\\[redacted])";

  /**
   * Those that tell most about themselves first. Sources: the vendors' own descriptions of their
   * keys, and RFC 6750, 7468, 7519 and 7617. Every repetition that can fail has an upper bound, so
   * that no text makes a search long.
   */
  static final List<CredentialShape> ALL =
      List.of(
          shape(
              "a private key",
              "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?s:.*?)"
                  + "(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|\\z)"),
          token("an age key", "AGE-SECRET-KEY-1[0-9A-Z]{50,}"),
          // Model providers.
          token("an Anthropic key", "sk-ant-[\\w-]{16,}"),
          token("an OpenRouter key", "sk-or-[\\w-]{16,}"),
          token("an OpenAI key", "sk-(?:proj|svcacct|admin)-(?=[\\w-]{0,300}\\d)[\\w-]{10,}"),
          token("an OpenAI key", "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}"),
          token("a Langfuse key", "sk-lf-[0-9a-f-]{30,}"),
          token("a model provider’s key", "sk-(?=[A-Za-z]{0,100}\\d)[A-Za-z0-9]{20,}"),
          token("a Google key", "AIza[\\w-]{30,}"),
          token("a Google client secret", "GOCSPX-[\\w-]{20,}"),
          token("a Google access token", "ya29\\.[\\w-]{20,}"),
          token("an xAI key", "xai-[A-Za-z0-9]{32,}"),
          token("a Groq key", "gsk_[A-Za-z0-9]{32,}"),
          token("a Perplexity key", "pplx-[A-Za-z0-9]{32,}"),
          token("a Cerebras key", "csk-[A-Za-z0-9]{32,}"),
          token("a Hugging Face token", "hf_[A-Za-z0-9]{30,}"),
          token("a Hugging Face token", "api_org_[A-Za-z0-9]{30,}"),
          token("a Replicate token", "r8_[A-Za-z0-9]{30,}"),
          token("an NVIDIA key", "nvapi-[\\w-]{40,}"),
          token("a LangSmith key", "lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}"),
          // Chat.
          token("a Slack token", "xoxe\\.xox[bp]-\\d-[\\w-]{10,}"),
          token("a Slack token", "xox[a-z]-(?=[A-Za-z-]{0,100}\\d)[A-Za-z0-9-]{10,}"),
          token("a Slack app token", "xapp-(?=[A-Za-z-]{0,100}\\d)[A-Za-z0-9-]{10,}"),
          shape(
              "a Slack webhook address",
              "https://hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/[\\w/-]{10,}"),
          shape(
              "a Discord webhook address",
              "https://(?:[a-z]{1,10}\\.)?discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?"
                  + "webhooks/\\d{5,}/[\\w-]{10,}"),
          token("a Discord bot token", "[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,}"),
          shape("a Telegram bot token", List.of(":aa"), START + "\\d{8,10}:AA[\\w-]{33}(?![\\w-])"),
          // Clouds, code and payment.
          token("an AWS access key", "AKIA[A-Z0-9]{16}(?![A-Za-z0-9])"),
          token("an AWS access key", "ASIA[A-Z0-9]{16}(?![A-Za-z0-9])"),
          shape(
              "an AWS secret key",
              List.of("aws"),
              "(?i)aws.{0,20}secret.{0,20}key[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?([A-Za-z0-9/+=]{40})"),
          shape(
              "an Azure key",
              List.of("key="),
              "(?i)(?:AccountKey|SharedAccessKey|AccessKey)=([A-Za-z0-9+/]{20,}={0,2})"),
          shape(
              "an Azure access signature",
              List.of("sig="),
              "(?i)[?&]sig=([A-Za-z0-9%+/]{20,}={0,2})"),
          token("a GitHub token", "gh[pousr]_[A-Za-z0-9]{30,}"),
          token("a GitHub token", "github_pat_\\w{36,}"),
          token("a GitLab token", "gl(?:pat|dt|rt|ptt|ft|cbt|imt|agent|oas)-[\\w.-]{20,}"),
          token("an npm token", "npm_[A-Za-z0-9]{36,}"),
          token("a PyPI token", "pypi-AgE[\\w-]{40,}"),
          token("a RubyGems key", "rubygems_[0-9a-f]{48}"),
          token("a Docker token", "dckr_[op]at_[\\w-]{20,}"),
          token("a Stripe key", "sk_(?:live|test)_[A-Za-z0-9]{10,}"),
          token("a Stripe key", "rk_(?:live|test)_[A-Za-z0-9]{10,}"),
          token("a Stripe webhook secret", "whsec_[A-Za-z0-9+/=]{24,}"),
          token("a Twilio key", "SK[0-9a-f]{32}(?![A-Za-z0-9])"),
          token("a SendGrid key", "SG\\.[\\w-]{16,64}\\.[\\w-]{16,}"),
          token("a Mailgun key", "key-[0-9a-f]{32}(?![A-Za-z0-9])"),
          shape(
              "a Mailchimp key", List.of("-us"), START + "[0-9a-f]{32}-us\\d{1,2}(?![A-Za-z0-9])"),
          token("a Shopify token", "shp(?:at|ca|pa|ss)_[0-9A-Fa-f]{32}"),
          token("a Square token", "sq0(?:atp|csp|idp)-[\\w-]{20,}"),
          token("a Databricks token", "dapi[0-9a-f]{32}(?:-\\d)?"),
          token(
              "a DigitalOcean token",
              List.of("doo_v1", "dop_v1", "dor_v1"),
              "do[opr]_v1_[0-9a-f]{64}"),
          token("a HashiCorp Vault token", "hv[sbr]\\.[\\w-]{24,}"),
          token("a Grafana token", "gl(?:sa|c)_[\\w+/=]{32,}"),
          token("a New Relic key", "NRAK-[A-Z0-9]{27}"),
          token("a Sentry token", "sntry[su]_[\\w+/=-]{40,}"),
          shape(
              "a Sentry address with its key",
              "https://([0-9a-f]{32})(?::[0-9a-f]{32})?@[\\w.-]{1,100}/\\d{1,20}"),
          // Tools of a team.
          token("a Linear key", "lin_(?:api|oauth)_[A-Za-z0-9]{32,}"),
          token("a Notion token", "ntn_[A-Za-z0-9]{40,}"),
          token("a Notion token", "secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])"),
          token("a Figma token", "fig[dour]_[\\w-]{20,}"),
          token("an Airtable token", "pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}"),
          token("an Atlassian token", List.of("atatt3", "atctt3"), "AT(?:ATT|CTT)3[\\w=-]{60,}"),
          token("a Postman key", "PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
          // What stands where credentials stand.
          token("a signed token (JWT)", "eyJ[\\w-]{8,2000}+\\.[\\w-]{8,4000}+\\.[\\w-]*"),
          shape(
              "a database password",
              List.of("jdbc:"),
              "(?i)jdbc:[^\\s\"']{1,300}?[?&;]password=(" + NOT_REDACTED + "[^\\s&;\"']{1,200})"),
          shape(
              "a database password",
              List.of("jdbc:oracle"),
              "(?i)jdbc:oracle:thin:\\w{1,60}/([^\\s@\"']{1,200})@"),
          shape(
              "a password in a web address",
              List.of("://"),
              START
                  + "[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s/@:\"'<>]{0,200}:("
                  + NOT_REDACTED
                  + "[^\\s/@\"'<>]{1,200})@"),
          shape(
              "an authorization header",
              List.of("authorization"),
              "(?i)authorization[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?"
                  + "(?:(?:bearer|basic|token|bot|key|apikey)\\s{1,3}|(?=[^\\s\\d]{0,200}\\d))("
                  + NOT_REDACTED
                  + "[^\\s\"',;]{6,})"),
          shape(
              "an authorization header",
              List.of("bearer"),
              "(?i)\\bbearer\\s{1,3}(?=[A-Za-z._~+/=-]{0,200}\\d)([\\w.~+/=-]{8,})"),
          shape(
              "an authorization header",
              List.of("basic"),
              "(?i)\\bbasic\\s{1,3}([A-Za-z0-9+/]{8,}={1,2})"),
          shape(
              "a key in a web address",
              List.of("key=", "token=", "auth="),
              "(?i)[?&](?:key|token|api[-_]?key|access[-_]token|auth)="
                  + "(?=[^\\s&\"'#\\d]{0,200}\\d)([^\\s&\"'#\\[]{8,})"),
          named(
              "\\s{0,3}[:=]\\s{0,3}[\"']",
              keyNames(),
              "(?=[^\"'\\n\\d]{0,200}\\d)[^\"'\\n]{6,200}"),
          named("\\s{0,3}=\\s{0,3}", keyNames(), "(?=[^\\s\\d]{0,200}\\d)" + bare()),
          named("\\s{0,3}[:=]\\s{0,3}[\"']", passwordNames(), "[^\"'\\n]{6,200}"),
          named("\\s{0,3}=\\s{0,3}", passwordNames(), bare()),
          // After a colon many a word stands that is none: no digit, or "12-character".
          named(
              "\\s{0,3}:\\s{0,3}",
              keyNames() + "|" + passwordNames(),
              "(?!\\d{1,9}[-a-z]{0,30}(?![\\w]))(?=[^\\s\\d]{0,200}\\d)" + bare()));

  private static String keyNames() {
    return "api[-_ ]?key|app(?:lication)?[-_ ]?key|access[-_ ]?key|account[-_ ]?key|auth[-_ ]?key"
        + "|token|x-goog-api-key";
  }

  private static String passwordNames() {
    return "secret(?:[-_ ]?(?:access[-_ ]?)?key)?|password|passwd|passphrase|pwd|credentials?";
  }

  private static String bare() {
    return "[^\\s\"',;&()\\[\\]{}<>$]{6,}+(?!\\()";
  }

  private static CredentialShape named(String between, String names, String value) {
    var name = "(?i)(?:" + names + ")(?![A-Za-z])[\"']?";
    var needs = List.of("key", "token", "secret", "passw", "passphrase", "pwd", "credential");
    return shape(
        "a named secret", needs, name + between + "(" + NOT_REDACTED + "(?![$<{])" + value + ")");
  }

  private static CredentialShape token(String kind, String pattern) {
    return token(kind, needs(pattern), pattern);
  }

  private static CredentialShape token(String kind, List<String> needs, String pattern) {
    return new CredentialShape(kind, needs, true, Pattern.compile(START + pattern));
  }

  private static CredentialShape shape(String kind, String pattern) {
    return shape(kind, needs(pattern), pattern);
  }

  private static List<String> needs(String pattern) {
    var literal = LITERAL.matcher(pattern);
    return literal.find() ? List.of(literal.group().toLowerCase(Locale.ROOT)) : List.of();
  }

  private static CredentialShape shape(String kind, List<String> needs, String pattern) {
    return new CredentialShape(kind, needs, false, Pattern.compile(pattern));
  }
}
