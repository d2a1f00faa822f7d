package dev.roundtable.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Askers;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.chat.Message;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.FormReason;
import dev.roundtable.debate.GroupedBy;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.StopReason;
import dev.roundtable.debate.Venue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.roundtable.transcript.Words", Locale.ROOT);
  private static final Path GERMAN =
      Path.of("src/main/resources/dev/roundtable/transcript/Words_de.properties");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
  private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+(?:\\.[A-Za-z]+)*)\"");

  @Test
  void everyKeyInTheBundleIsSaidSomewhereAndNoneIsMissing() throws IOException {
    var said = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file -> LITERAL.matcher(read(file)).results().forEach(m -> said.add(m.group(1))));
    }
    said.addAll(composed("stop.", StopReason.values()));
    said.addAll(composed("form.", FormReason.values()));
    said.addAll(composed("form.CHAIR.", BallotForm.values()));
    said.addAll(composed("grouped.", GroupedBy.values()));
    said.addAll(List.of("chat.mayNotAsk.MEMBERS", "chat.mayNotAsk.ADMINS"));
    for (var format : List.of("html", "md", "txt", "json", "png")) {
      said.add("page.download." + format);
    }
    for (var mode : Mode.values()) {
      said.add("playground.mode." + mode.name().toLowerCase(Locale.ROOT));
    }
    for (var what : List.of("ask", "kinds", "form", "follow", "follow.direct", "words", "honest")) {
      said.add("discord.help." + what);
    }
    for (var right : List.of("VIEW_CHANNEL", "MESSAGE_SEND", "MESSAGE_SEND_IN_THREADS")) {
      said.add("discord.permission." + right);
    }
    for (var choice :
        List.of(
            "style.VOICES",
            "style.DIGEST",
            "mayAsk.EVERYONE",
            "mayAsk.MEMBERS",
            "mayAsk.ADMINS",
            "followUps.EVERY_REPLY",
            "followUps.ADDRESSED",
            "followUps.MENTION")) {
      said.add("discord.setting." + choice);
    }
    for (var sentence :
        List.of(
            "limits.usd",
            "limits.debates",
            "alarm.usd",
            "alarm.debates",
            "usage.usd",
            "usage.free",
            "usage.debates")) {
      for (var account : List.of("person", "channel", "workspace")) {
        said.add(sentence + "." + account + ".day");
        said.add(sentence + "." + account + ".month");
      }
    }
    said.addAll(composed("slack.mode.", Mode.values()));
    said.addAll(composed("slack.form.style.", Venue.Style.values()));
    said.addAll(composed("slack.form.askers.", Askers.values()));
    said.addAll(composed("slack.form.followUps.", FollowUps.values()));
    said.addAll(composed("discord.phase.", Message.Phase.values()));
    said.addAll(composed("discord.seats.", Message.SeatLine.Mark.values()));
    said.addAll(composed("discord.mode.", Mode.values()));
    assertThat(BUNDLE.keySet()).isSubsetOf(said);
    assertThat(BUNDLE.keySet()).containsAll(composed("stop.", StopReason.values()));
    assertThat(BUNDLE.keySet()).containsAll(composed("grouped.", GroupedBy.values()));
  }

  @Test
  void noSentenceHasAnApostropheThatWouldSwallowItsArguments() {
    assertThat(BUNDLE.keySet())
        .allSatisfy(key -> assertThat(BUNDLE.getString(key)).doesNotContain("'"));
  }

  @Test
  void anArgumentIsNotReadForPlacesOfItsOwn() {
    var words = Words.in(Locale.ENGLISH);
    assertThat(words.say("seat.position", "{0} '{1}' ''")).isEqualTo("Position: {0} '{1}' ''");
  }

  @Test
  void aListReadsAsASentenceDoes() {
    var words = Words.in(Locale.ENGLISH);
    assertThat(words.list(List.of())).isEmpty();
    assertThat(words.list(List.of("a"))).isEqualTo("a");
    assertThat(words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @Test
  void anUnknownLanguageIsEnglish() {
    assertThat(Words.in(Locale.of("tlh")).say("question")).isEqualTo("Question");
  }

  /** What only operators and the playground's visitors read stays English. */
  private static final Set<String> ENGLISH_ALONE =
      Set.of(
          "live",
          "store",
          "backup",
          "replay",
          "context",
          "script",
          "check",
          "file",
          "output",
          "operator",
          "playground",
          "serve",
          "health",
          "web");

  private static final Set<String> ENGLISH_REFUSALS =
      Set.of(
          "refused.mode", "refused.format", "refused.rounds", "refused.seed", "refused.pollRounds");

  private static boolean isForChats(String key) {
    return !ENGLISH_ALONE.contains(key.replaceFirst("\\..*", ""))
        && !ENGLISH_REFUSALS.contains(key);
  }

  @Test
  void whatIsReadInChatsIsThereInGermanToo() throws IOException {
    var german = new Properties();
    try (var file = Files.newBufferedReader(GERMAN)) {
      german.load(file);
    }
    var needed = BUNDLE.keySet().stream().filter(WordsTest::isForChats).toList();
    assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(needed);
    for (var key : needed) {
      var text = german.getProperty(key);
      assertThat(text).as(key).isNotBlank().doesNotContain("'");
      assertThat(places(text)).as(key).isEqualTo(places(BUNDLE.getString(key)));
    }
  }

  private static Set<String> places(String sentence) {
    return new TreeSet<>(PLACE.matcher(sentence).results().map(m -> m.group(1)).toList());
  }

  private static Set<String> composed(String prefix, Enum<?>[] values) {
    var keys = new TreeSet<String>();
    Arrays.stream(values).forEach(value -> keys.add(prefix + value));
    return keys;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
