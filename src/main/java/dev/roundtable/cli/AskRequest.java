package dev.roundtable.cli;

import dev.roundtable.debate.InvalidRequestException;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.transcript.Phrases;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes values of what was typed, or a sentence of what is wrong with it. */
final class AskRequest {
  private final Phrases phrases;

  AskRequest(Phrases phrases) {
    this.phrases = phrases;
  }

  Question question(List<String> text, @Nullable String options, @Nullable Path context)
      throws BadInputException {
    var labels = options == null ? List.<String>of() : List.of(options.split("\\|", -1));
    var read = context == null ? null : read(context, "context.unreadable");
    try {
      return new Question(String.join(" ", text), labels, read);
    } catch (InvalidRequestException e) {
      throw new BadInputException(phrases.problem(e.problem()));
    }
  }

  Rules rules(Question question, Rules defaults, String mode, @Nullable Integer rounds)
      throws BadInputException {
    var chosen = defaults.withMode(choice(Mode.class, mode, "refused.mode"));
    try {
      var rules = rounds == null ? chosen : chosen.withRounds(rounds);
      rules.check(question);
      return rules;
    } catch (InvalidRequestException e) {
      throw new BadInputException(phrases.problem(e.problem()));
    }
  }

  AskFormat format(String format) throws BadInputException {
    return choice(AskFormat.class, format, "refused.format");
  }

  String read(Path file, String problemKey) throws BadInputException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException _) {
      throw new BadInputException(phrases.words().say(problemKey, file, "it is not UTF-8 text"));
    } catch (IOException e) {
      var reason = Files.exists(file) ? String.valueOf(e.getMessage()) : "there is no such file";
      throw new BadInputException(phrases.words().say(problemKey, file, reason));
    }
  }

  private <E extends Enum<E>> E choice(Class<E> choices, String given, String problemKey)
      throws BadInputException {
    for (var choice : choices.getEnumConstants()) {
      if (choice.name().equalsIgnoreCase(given)) {
        return choice;
      }
    }
    var allowed =
        Arrays.stream(choices.getEnumConstants())
            .map(choice -> choice.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new BadInputException(phrases.words().say(problemKey, given, allowed));
  }
}
