package dev.roundtable.panelist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roundtable.debate.Argument;
import dev.roundtable.debate.ArgumentId;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Excerpt;
import dev.roundtable.debate.Folding;
import dev.roundtable.debate.WordSet;
import dev.roundtable.safety.Redaction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the ballot a model wrote, however untidily, and never guesses a vote. */
public final class BallotReader {
  private static final int MAX_EXCERPT = 200;
  private static final double QUOTED_SHARE = 0.6;
  private static final int MIN_QUOTED_WORDS = 3;

  private BallotReader() {}

  /** What the text says as an answer to the brief; never throws, whatever the text is. */
  public static Reading read(Brief brief, String text) {
    var ballot =
        brief.open()
            ? JsonInText.last(text, "position").flatMap(said -> position(brief, said))
            : JsonInText.last(text, "vote").flatMap(said -> vote(brief, said));
    return ballot.map(Reading.class::cast).orElseGet(() -> new Reading.Unreadable(excerpt(text)));
  }

  private static Optional<Reading.Read> position(Brief brief, JsonNode said) {
    var statement = text(said.path("position")).replaceAll("\\s+", " ").strip();
    if (Folding.isBlank(statement)) {
      return Optional.empty();
    }
    var position =
        new Ballot.Position(
            brief.seat(),
            statement,
            text(said.path("reasoning")).strip(),
            confidence(said.path("confidence")));
    return Optional.of(new Reading.Read(position));
  }

  private static Optional<Reading.Read> vote(Brief brief, JsonNode said) {
    var written = text(said.path("vote")).strip();
    return OptionNames.find(brief.options(), written)
        .map(option ->
            new Reading.Read(
                new Ballot.Vote(
                    brief.seat(),
                    option,
                    text(said.path("reasoning")).strip(),
                    confidence(said.path("confidence")),
                    because(brief.arguments(), text(said.path("because"))))));
  }

  // A number from 1 to 10 may be out of 5, 10 or 100, and is taken for none of them.
  private static @Nullable Double confidence(JsonNode node) {
    var written = node.asText().strip();
    boolean percent = written.endsWith("%");
    double value;
    try {
      value = Double.parseDouble(percent ? written.substring(0, written.length() - 1) : written);
    } catch (NumberFormatException _) {
      return null;
    }
    double share = percent || value >= 10 ? value / 100 : value;
    return share >= 0 && share <= 1 ? share : null;
  }

  private static @Nullable ArgumentId because(List<Argument> arguments, String written) {
    if (written.isBlank()) {
      return null;
    }
    return arguments.stream()
        .map(argument -> new Mention(argument.id(), firstMention(argument.id(), written)))
        .filter(mention -> mention.at() >= 0)
        .min(Comparator.comparingInt(Mention::at))
        .map(Mention::id)
        .orElseGet(() -> quoted(arguments, written));
  }

  private record Mention(ArgumentId id, int at) {}

  private static int firstMention(ArgumentId id, String written) {
    var word = "(?<![\\p{L}\\p{N}])" + Pattern.quote(id.value()) + "(?![\\p{L}\\p{N}])";
    var matcher = Pattern.compile(word, Pattern.CASE_INSENSITIVE).matcher(written);
    return matcher.find() ? matcher.start() : -1;
  }

  private static @Nullable ArgumentId quoted(List<Argument> arguments, String written) {
    var words = WordSet.of(written);
    if (words.words().size() < MIN_QUOTED_WORDS) {
      return null;
    }
    double best = QUOTED_SHARE;
    ArgumentId found = null;
    for (var argument : arguments) {
      double share = words.shareIn(WordSet.of(argument.text()));
      if (share > best || (share == best && found == null)) {
        best = share;
        found = argument.id();
      } else if (share == best) {
        return null;
      }
    }
    return found;
  }

  // What looks like a credential goes no further than this.
  private static String text(JsonNode node) {
    return Redaction.redact(words(node));
  }

  private static String words(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return "";
    }
    if (node.isArray()) {
      return node.valueStream().map(BallotReader::words).reduce((a, b) -> a + "\n" + b).orElse("");
    }
    return node.isObject() ? node.toString() : node.asText();
  }

  private static String excerpt(String text) {
    return Excerpt.of(Redaction.redact(JsonInText.withoutThoughts(text)), MAX_EXCERPT);
  }
}
