package dev.roundtable.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Panel;
import dev.roundtable.limits.Account.Period;
import dev.roundtable.limits.Account.Scope;
import dev.roundtable.limits.Allowance;
import dev.roundtable.panelist.WireFormat;
import dev.roundtable.web.WebSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
  @TempDir Path folder;

  private Configuration with(String text, Map<String, String> environment) {
    return Folders.valid(Folders.load(folder, Folders.complete(text), environment));
  }

  private List<String> problems(String text, Map<String, String> environment) {
    return Folders.problems(Folders.load(folder, Folders.complete(text), environment), folder);
  }

  @Test
  void aVariableReplacesWhatTheFileSays() {
    var limits =
        with("limits: { userPerDay: 9 }\n", Map.of("ROUNDTABLE__LIMITS__USER_PER_DAY", "3.50"))
            .limits();
    assertThat(limits.allowances())
        .contains(new Allowance.Money(Scope.PERSON, Period.DAY, new BigDecimal("3.50")));
  }

  @Test
  void aVariableAddsWhatTheFileLacks() {
    var configuration =
        with(
            "",
            Map.of(
                "ROUNDTABLE__PROVIDERS__MY_GATEWAY__CODEC", "chat-completions",
                "ROUNDTABLE__PROVIDERS__MY_GATEWAY__BASE_URL", "https://gateway.example.org/v1",
                "ROUNDTABLE__WEB__PORT", "80"));
    var provider = configuration.providers().get("my-gateway");
    assertThat(provider).isNotNull();
    assertThat(provider.codec()).isEqualTo(WireFormat.CHAT_COMPLETIONS);
    assertThat(provider.baseUrl()).isEqualTo(URI.create("https://gateway.example.org/v1"));
    assertThat(configuration.fixed().web().map(WebSettings::port)).contains(80);
  }

  @Test
  void aListTakesCommas() {
    var configuration =
        with(
            "",
            Map.of(
                "ROUNDTABLE__PANELS__X__SEATS", "b, a",
                "ROUNDTABLE__PANELS__X__CHAIR", "a,b",
                "ROUNDTABLE__DISCORD__TOKEN_ENV", "T",
                "ROUNDTABLE__DISCORD__GUILDS", "12345678901234567"));
    var panel = ((ConfiguredPanel.OfModels) configuration.panel("x").orElseThrow()).settings();
    assertThat(panel.seats()).extracting(seat -> seat.seat().name()).containsExactly("B", "A");
    assertThat(panel.chairs()).hasSize(2);
    assertThat(configuration.fixed().discord().orElseThrow().guilds())
        .containsExactly("12345678901234567");
    assertThat(Panel.MIN_SEATS).isEqualTo(panel.seats().size());
  }

  @Test
  void aTextStaysATextWhateverItLooksLike() {
    var panel =
        with("", Map.of("ROUNDTABLE__SEATS__A__NAME", "007", "ROUNDTABLE__SEATS__A__TIMEOUT", "5s"))
            .panel("x")
            .orElseThrow();
    var seat = ((ConfiguredPanel.OfModels) panel).settings().seats().getFirst().seat();
    assertThat(seat.name()).isEqualTo("007");
    assertThat(seat.timeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aSecretsFileReplacesTheVariableThatTheFileNames() {
    var text = "slack: { botTokenEnv: BOT, appTokenEnv: APP }\n";
    var slack =
        with(text, Map.of("ROUNDTABLE__SLACK__BOT_TOKEN_FILE", "/run/secrets/bot"))
            .fixed()
            .slack()
            .orElseThrow();
    assertThat(slack.botToken().origin()).isEqualTo("/run/secrets/bot");
    assertThat(slack.transport().secret().origin()).isEqualTo("$APP");
  }

  @Test
  void aSecretGivenTwiceByVariablesIsAProblem() {
    var twice =
        Map.of(
            "ROUNDTABLE__DISCORD__TOKEN_FILE", "/run/secrets/t",
            "ROUNDTABLE__DISCORD__TOKEN_ENV", "T");
    assertThat(problems("", twice))
        .containsExactly(
            "$ROUNDTABLE__DISCORD__TOKEN_FILE: discord.tokenFile is given beside tokenEnv; only one"
                + " can say where the secret is.");
  }

  @Test
  void theNameThatOthersUseForDiscordsApiWorksToo() {
    var text = "discord: { tokenEnv: T }\n";
    var discord =
        with(text, Map.of("DISCORD_API_BASE_URL", "http://127.0.0.1:8080/api/v10"))
            .fixed()
            .discord();
    assertThat(discord.orElseThrow().apiUrl()).hasToString("http://127.0.0.1:8080/api/v10/");
    assertThat(problems(text, Map.of("DISCORD_API_BASE_URL", "http://10.0.0.1/api")))
        .containsExactly(
            "$DISCORD_API_BASE_URL: discord.apiUrl is not encrypted and leaves this machine; use"
                + " https.");
  }

  @Test
  void otherVariablesAreNobodysBusiness() {
    var others = Map.of("ROUNDTABLE_CONFIG", "x", "ROUNDTABLE_PORT_80_TCP", "y", "HOME", "z");
    assertThat(with("", others).fixed().web()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      textBlock =
          """
          LIMITS__USER_PER_DY | 3 | There is no key for "USER_PER_DY". Did you mean USER_PER_DAY?
          LIMITS__userPerDay | 3 | There is no key for "userPerDay". Did you mean USER_PER_DAY?
          LIMIT__DEBATE | 3 | There is no key for "LIMIT". Did you mean LIMITS?
          LIMITS__DEBATE | cheap | limits.debate is the text "cheap", but must be US dollars from 0 to 1000000.
          LIMITS__DEBATE | ' ' | It is empty; unset it, or give it a value.
          LIMITS | 3 | limits is a group of keys; set one of them, as in ROUNDTABLE__LIMITS__DEBATE.
          PANELS | x | panels is a group of keys; set one of them, as in ROUNDTABLE__PANELS__NAME__SEATS.
          LIMITS__DEBATE__USD | 3 | Nothing can stand below debate.
          PANELS__X__ROUNDS | 9 | panels.x.rounds is the number 9, but must be a whole number from 1 to 5.
          PANELS__X__SEATS | a | panels.x.seats is a list, but must be a list of 2 to 50 seats.
          PANELS__X__SEATS | a,c | panels.x.seats names "c", but there is no such name in seats.
          PANELS__Y__ROUNDS | 2 | panels.y lacks the key seats: a list of 2 to 50 seats.
          PROVIDERS__P__CODEC | rest | providers.p.codec is the text "rest", but must be one of responses, chat-completions, anthropic, gemini.
          PROVIDERS__P__ALLOW_PRIVATE | yes | providers.p.allowPrivate is the text "yes", but must be true or false.
          PROVIDERS__P__API_KEY | hunter2 | A secret must not stand in the configuration ("apiKey"): name its variable with apiKeyEnv or its file with apiKeyFile.
          PROVIDERS__P__API_KEY_ENV | sk-hunter2hunter2 | This looks like a secret itself. Keep it in a variable or a file, and name that with a key that ends in Env or File. If others can read this file, replace the secret.
          SEATS____NAME | x | There is no key for "".
          '' | x | There is no key for "".
          CHAT__QUIET_TIME | 8 | chat.quietTime is the text "8", but must be a time such as 500ms, 60s, 3m or 1h. It needs a unit: 8s.
          CHAT__PANEL | z | chat.panel names "z", but there is no such name in panels.
          STORE__URL | jdbc:postgresql://a:hunter2@h/d | store.url holds a password, and a secret must not stand in the configuration: name its variable with passwordEnv or its file with passwordFile.
          WEB__PORT | 99999 | web.port is the number 99999, but must be a port from 1 to 65535.
          """)
  void aBadVariableIsNamed(String rest, String value, String sentence) {
    var found = problems("", Map.of("ROUNDTABLE__" + rest, value));
    assertThat(found).containsExactly("$ROUNDTABLE__" + rest + ": " + sentence);
  }

  @Test
  void problemsOfFileAndVariablesComeTogether() {
    var found = problems("web: { prot: 1 }\n", Map.of("ROUNDTABLE__LIMITS__DEBATE", "cheap"));
    assertThat(found).hasSize(2);
    assertThat(found.getFirst()).startsWith("1:8: ");
    assertThat(found.getLast()).startsWith("$ROUNDTABLE__LIMITS__DEBATE: ");
  }

  @Test
  void theVariableOfSlacksOwnToolsSetsItsAddressUnlessOursDoes() {
    var text = "slack: { botTokenEnv: BOT, appTokenEnv: APP }\n";
    var known = Map.of("SLACK_API_BASE_URL", "http://127.0.0.1:8080/api/");
    assertThat(with(text, known).fixed().slack().orElseThrow().apiUrl().getPort()).isEqualTo(8080);
    var both = new HashMap<>(known);
    both.put("ROUNDTABLE__SLACK__API_URL", "https://slack.example.org/api/");
    assertThat(with(text, both).fixed().slack().orElseThrow().apiUrl().getHost())
        .isEqualTo("slack.example.org");
    assertThat(with("", known).fixed().slack()).isEmpty();
  }
}
