package dev.roundtable.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.SystemTimer;
import dev.roundtable.discord.DiscordThread;
import dev.roundtable.panelist.ScriptedPanel;
import dev.roundtable.slack.SlackThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same debate reads the same in Slack and in Discord, each as its people see it. */
@Timeout(180)
class SameTranscriptTest {
  private static final Pattern PRESSED_OR_DRAWN = Pattern.compile("\\[|─|🖼|📎|----|\\{");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}%]+");

  @TempDir Path folder;

  @Test
  void bothThreadsShowTheSameSections() throws Exception {
    var script = Files.readString(Path.of("src/test/resources/dev/roundtable/chat/same.yaml"));
    var slack =
        SlackThread.of(
            Files.createDirectory(folder.resolve("slack")), script, "Should we? | Yes | No");
    var table = ScriptedPanel.table(script, new SystemTimer());
    var discord =
        DiscordThread.of(
            Files.createDirectory(folder.resolve("discord")), table, "Should we?", "Yes | No");
    var shown = sections(discord);

    assertThat(shown).hasSize(5);
    assertThat(shown.getLast())
        .contains(
            "Final summary",
            "Agreement",
            "Strongest arguments",
            "Counterpoints",
            "What would change the verdict",
            "Who changed",
            "Did not answer",
            "Record");
    assertThat(sections(slack)).isEqualTo(shown);
  }

  // What also goes to the channel stands in Slack's thread alone.
  private static List<String> sections(List<String> messages) {
    return messages.stream()
        .filter(message -> !message.contains("(also sent to the channel)"))
        .map(SameTranscriptTest::words)
        .toList();
  }

  // What is left of a message without how it looks and what can be pressed.
  private static String words(String message) {
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !PRESSED_OR_DRAWN.matcher(line).lookingAt())
        .map(SameTranscriptTest::plain)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String plain(String line) {
    var spoken = line.replaceFirst("^=== (:\\w+: )?", "").replaceFirst("^roundtable$", "");
    var unescaped = spoken.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    var timeless = unescaped.replaceFirst("answers took [\\d.]+ s", "answers took");
    var words = List.of(NO_WORD.split(timeless.strip()));
    boolean counts = line.contains("█") || line.contains("░");
    return (counts ? words.stream().sorted() : words.stream())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
