package dev.roundtable.cli;

import dev.roundtable.debate.InvalidRequestException;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Phrases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes values of what was typed, or a sentence of what is wrong with it. */
final class AskRequest {
  private static final int MAX_BYTES = 4_000_000;

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

  /** The texts as they are; none may be blank or too long. */
  List<String> followUps(List<String> texts) throws BadInputException {
    for (var text : texts) {
      if (VisibleText.line(text).isEmpty()) {
        throw new BadInputException(phrases.words().say("followUp.blank"));
      }
      if (text.length() > Question.MAX_LENGTH) {
        throw new BadInputException(
            phrases.words().say("followUp.tooLong", text.length(), Question.MAX_LENGTH));
      }
    }
    return texts;
  }

  /** The number that was typed, nothing if none was. */
  Optional<Integer> rounds(@Nullable String typed) throws BadInputException {
    if (typed != null && !typed.matches("-?\\d{1,9}")) {
      throw new BadInputException(phrases.words().say("refused.rounds", typed, Rules.MAX_ROUNDS));
    }
    return Optional.ofNullable(typed).map(Integer::valueOf);
  }

  /** The number that was typed, nothing if none was. */
  Optional<Long> seed(@Nullable String typed) throws BadInputException {
    if (typed != null && !typed.matches("-?\\d{1,18}")) {
      throw new BadInputException(phrases.words().say("refused.seed", typed));
    }
    return Optional.ofNullable(typed).map(Long::valueOf);
  }

  Rules rules(Question question, Rules defaults, String mode, Optional<Integer> rounds)
      throws BadInputException {
    var chosen = defaults.withMode(choice(Mode.class, mode, "refused.mode"));
    if (chosen.mode() == Mode.POLL && rounds.isPresent() && rounds.get() != 1) {
      throw new BadInputException(phrases.words().say("refused.pollRounds"));
    }
    try {
      var rules = rounds.map(chosen::withRounds).orElse(chosen);
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
    try (var stream = Files.newInputStream(file)) {
      var bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw unreadable(problemKey, file, phrases.words().say("file.tooLarge", MAX_BYTES));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw unreadable(problemKey, file, phrases.words().say("file.notText"));
    } catch (NoSuchFileException _) {
      throw unreadable(problemKey, file, phrases.words().say("file.missing"));
    } catch (IOException e) {
      throw unreadable(problemKey, file, String.valueOf(e.getMessage()));
    }
  }

  private BadInputException unreadable(String problemKey, Path file, String reason) {
    return new BadInputException(phrases.words().say(problemKey, file, reason));
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
