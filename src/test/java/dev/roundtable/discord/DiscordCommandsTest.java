package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.junit.jupiter.api.Test;

class DiscordCommandsTest {
  private static JsonNode commands() {
    return FakeDiscord.parse(DataArray.fromCollection(DiscordCommands.all(true)).toString());
  }

  @Test
  void discordTakesThem() {
    assertThat(BodyCheck.commands(commands())).isEmpty();
  }

  @Test
  void eachHasANameAndATextInEveryLanguage() {
    var lacking = new ArrayList<String>();
    commands().forEach(command -> collect(command, command.path("name").asText(), lacking));
    assertThat(lacking).isEmpty();
  }

  private static void collect(JsonNode node, String path, List<String> lacking) {
    for (var language : DiscordCommands.LANGUAGES) {
      for (var key : List.of("name", "description")) {
        boolean needed = node.has(key) && !node.path(key).asText().isEmpty();
        if (needed && !node.path(key + "_localizations").has(language.getLocale())) {
          lacking.add(language.getLocale() + " " + path + "." + key);
        }
      }
    }
    node.path("options")
        .forEach(child -> collect(child, path + "." + child.path("name").asText(), lacking));
    node.path("choices")
        .forEach(child -> collect(child, path + "." + child.path("name").asText(), lacking));
  }

  @Test
  void theirHashIsTheSameWithEachStart() {
    assertThat(DiscordCommands.hash(true)).isEqualTo(DiscordCommands.hash(true)).hasSize(64);
  }
}
