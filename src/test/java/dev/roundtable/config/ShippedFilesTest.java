package dev.roundtable.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.panelist.PanelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The folder that ships is right, and the same inside the program. */
class ShippedFilesTest {
  private static final Path FOLDER = Path.of("bot-config");
  private final ObjectMapper json = new ObjectMapper();

  private static Configuration shipped() {
    return Folders.valid(Folders.loader(new ConfigFolder(Optional.empty()), Map.of()).load());
  }

  @Test
  void theFolderAndTheProgramHoldTheSame() throws IOException {
    for (var file : List.of("roundtable.yaml", "schema/roundtable.schema.json")) {
      assertThat(ShippedFiles.read(file)).isEqualTo(Files.readString(FOLDER.resolve(file)));
    }
    var fromFolder =
        Folders.valid(Folders.loader(new ConfigFolder(Optional.of(FOLDER)), Map.of()).load());
    assertThat(fromFolder).isEqualTo(shipped());
  }

  @Test
  void theEditorFindsTheSchema() throws IOException {
    var first = Files.readAllLines(FOLDER.resolve("roundtable.yaml")).getFirst();
    var schema = first.replace("# yaml-language-server: $schema=", "");
    assertThat(FOLDER.resolve(schema)).exists();
  }

  @Test
  void thePanelsAreInTheOrderOfPreference() {
    assertThat(shipped().panels())
        .extracting(ConfiguredPanel::name)
        .containsExactly("openrouter", "direct", "local", "demo");
  }

  private static PanelSettings panel(String name) {
    return ((ConfiguredPanel.OfModels) shipped().panel(name).orElseThrow()).settings();
  }

  @Test
  void theSixVendorsSitAtOpenRouterAndDirectly() {
    var six =
        List.of("Sonar", "GPT-5.4", "Grok 4.3", "Kimi K2.6", "Gemini 3.1 Pro", "Claude Opus 5.5");
    for (var name : List.of("openrouter", "direct")) {
      assertThat(panel(name).seats())
          .extracting(seat -> seat.seat().name())
          .containsExactlyElementsOf(six);
    }
    assertThat(panel("openrouter").seats())
        .allMatch(seat -> seat.model().provider().equals("openrouter"));
    assertThat(panel("direct").seats())
        .extracting(seat -> seat.model().provider())
        .doesNotHaveDuplicates();
    assertThat(panel("openrouter").chairs().getFirst().model()).startsWith("mistralai/");
    assertThat(panel("local").seats()).allMatch(seat -> seat.model().provider().equals("ollama"));
  }

  @Test
  void everyVendorHasItsRow() {
    assertThat(shipped().providers().keySet())
        .containsExactly(
            "openrouter",
            "openai",
            "anthropic",
            "google",
            "xai",
            "perplexity",
            "moonshot",
            "mistral",
            "deepseek",
            "groq",
            "litellm",
            "vllm",
            "lmstudio",
            "ollama");
  }

  private JsonNode manifest(String file) throws IOException {
    return json.readTree(FOLDER.resolve(file).toFile());
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  @Test
  void theMinimalManifestReadsNoHistory() throws IOException {
    var full = manifest("slack-manifest.json");
    var minimal = manifest("slack-manifest-minimal.json");
    var scopes = "/oauth_config/scopes/bot";
    assertThat(texts(full.at(scopes)))
        .contains("channels:history", "groups:history", "im:history", "mpim:history")
        .containsAll(texts(minimal.at(scopes)));
    assertThat(texts(minimal.at(scopes)))
        .contains("commands", "app_mentions:read")
        .noneMatch(s -> s.endsWith(":history"));
    var events = "/settings/event_subscriptions/bot_events";
    assertThat(texts(full.at(events))).containsAll(texts(minimal.at(events)));
    assertThat(texts(minimal.at(events)))
        .contains("app_mention")
        .noneMatch(e -> e.startsWith("message."));
    assertThat(minimal.at("/features/slash_commands"))
        .isEqualTo(full.at("/features/slash_commands"));
    assertThat(minimal.at("/features/shortcuts")).isEqualTo(full.at("/features/shortcuts"));
  }

  @Test
  void overHttpTheManifestIsTheSameButForWhereSlackCalls() throws IOException {
    var socket = (ObjectNode) manifest("slack-manifest.json");
    var http = (ObjectNode) manifest("slack-manifest-http.json");
    var urls = http.findValuesAsText("url");
    urls.addAll(http.findValuesAsText("request_url"));
    assertThat(urls).hasSize(3).allMatch(url -> url.endsWith("/slack/events"));
    assertThat(http.at("/settings/socket_mode_enabled").asBoolean()).isFalse();
    ((ObjectNode) http.at("/settings")).put("socket_mode_enabled", true);
    ((ObjectNode) http.at("/settings/event_subscriptions")).remove("request_url");
    ((ObjectNode) http.at("/settings/interactivity")).remove("request_url");
    ((ObjectNode) http.at("/features/slash_commands/0")).remove("url");
    assertThat(http).isEqualTo(socket);
  }

  /** Bits as Discord's page "Permissions" numbers them. */
  private static final Map<String, Integer> PERMISSIONS =
      Map.of(
          "View Channels", 10,
          "Send Messages", 11,
          "Embed Links", 14,
          "Attach Files", 15,
          "Read Message History", 16,
          "Use External Emoji", 18,
          "Create Public Threads", 35,
          "Send Messages in Threads", 38,
          "Create Polls", 49);

  @Test
  void theInviteLinkAsksForExactlyTheListedPermissions() throws IOException {
    var steps = Files.readString(FOLDER.resolve("README.md"));
    var permissions = PERMISSIONS.values().stream().mapToLong(bit -> 1L << bit).sum();
    var link = Pattern.compile("permissions=([0-9]+)").matcher(steps);
    assertThat(link.find()).isTrue();
    assertThat(link.group(1)).isEqualTo(Long.toString(permissions));
    assertThat(steps).contains(PERMISSIONS.keySet());
  }
}
