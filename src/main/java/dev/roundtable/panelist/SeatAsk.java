package dev.roundtable.panelist;

import dev.roundtable.debate.Argument;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts a brief into words. */
final class SeatAsk {
  private static final int MAX_REPEATED = 4_000;

  private SeatAsk() {}

  static Ask of(Prompts prompts, Brief brief) {
    var values = values(brief);
    var rules = prompts.rules();
    if (brief.open()) {
      return Ask.of(rules, prompts.position().filled(values), Shape.POSITION);
    }
    boolean discussed = brief.own() != null || brief.round() > 1;
    var template = discussed ? prompts.rebuttal() : prompts.ballot();
    return Ask.of(rules, template.filled(values), Shape.VOTE);
  }

  /** Asks for the same once more, after an answer that could not be read. */
  static Ask again(Prompts prompts, Brief brief, Ask asked, String said) {
    if (said.isBlank()) {
      return asked;
    }
    var values =
        Map.of(
            "field", asked.shape().field(),
            "options", brief.open() ? "" : "The options:\n" + options(brief),
            "example", asked.shape().example());
    var repeated = said.substring(0, Math.min(said.length(), MAX_REPEATED));
    return asked.after(repeated, prompts.repair().filled(values));
  }

  private static Map<String, String> values(Brief brief) {
    var blocks = DataBlocks.of(brief.debate().value());
    var values = new HashMap<String, String>();
    values.put("mark", blocks.mark());
    values.put("question", blocks.block("question", brief.question().text()));
    var context = brief.question().context();
    values.put("context", context == null ? "" : blocks.block("context of the question", context));
    values.put("options", options(brief));
    values.put("own", own(brief, blocks));
    values.put("arguments", arguments(brief, blocks));
    values.put("example", brief.open() ? Shape.POSITION.example() : Shape.VOTE.example());
    return values;
  }

  private static String options(Brief brief) {
    var blocks = DataBlocks.of(brief.debate().value());
    return brief.options().stream()
        .map(option -> "- " + option.id() + ": " + blocks.line(option.label()))
        .collect(Collectors.joining("\n"));
  }

  private static String own(Brief brief, DataBlocks blocks) {
    return switch (brief.own()) {
      case null -> "You have none yet.";
      case Ballot.Vote vote -> {
        var confidence = confidence(vote);
        yield blocks.block("your vote for " + vote.option() + confidence, vote.reasons());
      }
      case Ballot.Position position ->
          blocks.block(
              "your position" + confidence(position),
              position.statement() + "\n" + position.reasons());
    };
  }

  private static String confidence(Ballot.Answered own) {
    var confidence = own.confidence();
    return confidence == null
        ? ""
        : String.format(Locale.ROOT, ", with confidence %.2f", confidence);
  }

  private static String arguments(Brief brief, DataBlocks blocks) {
    return brief.arguments().stream()
        .map(argument -> {
          var whose =
              switch (argument) {
                case Argument.OfPerson(_, var alias, _, _) -> alias;
                case Argument.OfSeats(_, var option, _, _) -> "for " + option;
              };
          return blocks.block("argument " + argument.id() + ", " + whose, argument.text());
        })
        .collect(Collectors.joining("\n\n"));
  }
}
