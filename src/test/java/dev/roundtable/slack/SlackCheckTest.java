package dev.roundtable.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.SystemTimer;
import dev.roundtable.cli.CheckCommand;
import dev.roundtable.cli.Surroundings;
import dev.roundtable.debate.Person;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Words;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command check says of Slack. */
@Timeout(60)
class SlackCheckTest {
  private static final String WARNING = "lacks the scope usergroups:read";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private FakeSlack slack;

  @BeforeEach
  void open() throws Exception {
    slack = new FakeSlack(new SystemTimer()::now);
  }

  @AfterEach
  void close() {
    slack.close();
  }

  private String check(String token, String rules) throws Exception {
    Files.writeString(
        folder.resolve("roundtable.yaml"),
        """
        providers: {}
        seats: {}
        panels: { demo: { scripted: true } }
        slack: { botTokenEnv: BOT, appTokenEnv: APP, apiUrl: "%s" }
        %s
        """
            .formatted(slack.address(), rules));
    var environment = Map.of("BOT", token, "APP", FakeSlack.APP_TOKEN);
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var console = new Console(Screen.of(nowhere, nowhere, false, Map.of()), false);
    var person = new Person("terminal", "anna");
    var words = Words.in(Locale.ENGLISH);
    var around = new Surroundings(environment, new SystemTimer(), console, person, words);
    var out = new StringWriter();
    int code =
        new CommandLine(new CheckCommand(around))
            .setOut(new PrintWriter(out))
            .execute("--config", folder.toString());
    assertThat(code).isZero();
    return out.toString();
  }

  private String rules(String rules) throws Exception {
    return check(FakeSlack.BOT_TOKEN, rules);
  }

  @Test
  void rulesThatNameUserGroupsAreWarnedOfWhereTheScopeIsNotGranted() throws Exception {
    slack.scopes.remove("usergroups:read");
    assertThat(rules("access: { allow: [\"U1\", \"S0ALLOWED\"] }"))
        .contains(WARNING, "the rules name S0ALLOWED,", "OAuth & Permissions");
    assertThat(rules("access: { deny: [\"S0DENIED\"] }")).contains(WARNING, "S0DENIED");
    assertThat(rules("chat: { moderators: [\"S0MODS\", \"U1\"] }")).contains(WARNING, "S0MODS");
  }

  @Test
  void userGroupsAreUnseenWhileTheScopeIsMissing() {
    var rule = List.of("U1", "S0DENIED", "W2");
    var api = new SlackApi(slack.settings());
    var _ = SlackInstallation.look(api);
    assertThat(SlackInstallation.unseenGroups(api, rule)).isEmpty();

    slack.scopes.remove("usergroups:read");
    var _ = SlackInstallation.look(api);
    assertThat(SlackInstallation.unseenGroups(api, rule)).containsExactly("S0DENIED");
  }

  @Test
  void rulesThatNameNoUserGroupNeedNoScope() throws Exception {
    slack.scopes.remove("usergroups:read");
    assertThat(rules("access: { allow: [\"U1\", \"W2\", \"123456789012345678\"] }"))
        .contains("the token in $BOT is accepted")
        .doesNotContain(WARNING);
  }

  @Test
  void withTheScopeAllIsWell() throws Exception {
    assertThat(rules("access: { allow: [\"S0ALLOWED\"] }"))
        .contains("the token in $BOT is accepted")
        .doesNotContain(WARNING, FakeSlack.BOT_TOKEN);
  }

  @Test
  void aTokenThatIsRefusedIsSaid() throws Exception {
    assertThat(check("xoxb-another", ""))
        .contains("Slack does not take the token of $BOT")
        .doesNotContain("xoxb-another");
  }
}
