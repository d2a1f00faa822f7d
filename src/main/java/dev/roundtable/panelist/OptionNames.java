package dev.roundtable.panelist;

import dev.roundtable.debate.Folding;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.OptionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Finds the option that a model named. */
final class OptionNames {
  private static final Pattern WRAPPING = Pattern.compile("^[\\s`\"'*\\[(<]+|[\\s`\"'*\\])>.]+$");
  private static final List<UnaryOperator<String>> FOLDINGS =
      List.of(String::strip, Folding::caseAndSpace, Folding::caseAndAccents);
  private static final List<Function<Option, String>> NAMES =
      List.of(option -> option.id().value(), Option::label);

  private OptionNames() {}

  /** By its id or its whole label, the exact spelling before a folded one; never by a letter. */
  static Optional<OptionId> find(List<Option> options, String written) {
    for (var name : List.of(written, WRAPPING.matcher(written).replaceAll(""))) {
      for (var folding : FOLDINGS) {
        for (var nameOf : NAMES) {
          var wanted = folding.apply(name);
          var named =
              options.stream()
                  .filter(option -> folding.apply(nameOf.apply(option)).equals(wanted))
                  .toList();
          if (named.size() == 1) {
            return Optional.of(named.getFirst().id());
          }
        }
      }
    }
    return Optional.empty();
  }
}
