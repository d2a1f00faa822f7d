package dev.roundtable.panelist;

import dev.roundtable.debate.Argument;
import dev.roundtable.debate.ArgumentId;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Folding;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A ballot as a record holds it, for whatever ids a debate gives to the same options and arguments.
 *
 * @param vote the label of an option; null if the position was never put into a group
 * @param position what it said to an open question, null for a vote
 * @param because what changed its mind, null if it named nothing
 */
record RecordedBallot(
    @Nullable String vote,
    @Nullable String position,
    String reasons,
    @Nullable Double confidence,
    @Nullable Quote because,
    List<Source> sources) {
  private static final String CUT = " …";

  RecordedBallot {
    sources = List.copyOf(sources);
  }

  /**
   * An argument as it was shown.
   *
   * @param side the label of the option it spoke for, or the alias of the person who said it
   */
  record Quote(String side, String text) {}

  /** Where it came from: a record costs nothing, whatever it cost to make. */
  Provenance provenance() {
    return new Provenance(null, null, Cost.NOTHING, sources);
  }

  /** The same ballot as an answer to this brief. */
  Ballot in(Brief brief) {
    if (brief.open()) {
      return position == null
          ? unreadable(brief)
          : new Ballot.Position(brief.seat(), position, reasons, confidence);
    }
    var label = vote == null ? "" : vote;
    return option(brief, label)
        .<Ballot>map(
            option -> new Ballot.Vote(brief.seat(), option, reasons, confidence, because(brief)))
        .orElseGet(() -> unreadable(brief));
  }

  private Ballot unreadable(Brief brief) {
    return new Ballot.Abstention(brief.seat(), new Cause.Unreadable(reasons));
  }

  private static Optional<OptionId> option(Brief brief, String label) {
    return brief.options().stream()
        .filter(option -> Folding.caseAndSpace(option.label()).equals(Folding.caseAndSpace(label)))
        .map(Option::id)
        .findFirst();
  }

  private @Nullable ArgumentId because(Brief brief) {
    if (because == null) {
      return null;
    }
    var quote = because;
    Predicate<Argument> sameSide = argument -> side(brief, argument).equals(quote.side());
    Predicate<Argument> sameText = argument -> argument.text().equals(quote.text());
    // A brief may hold a shorter excerpt than the record.
    Predicate<Argument> begins = argument -> quote.text().startsWith(uncut(argument.text()));
    return first(brief, sameText.and(sameSide))
        .or(() -> first(brief, sameText))
        .or(() -> first(brief, begins.and(sameSide)))
        .or(() -> first(brief, sameSide))
        .orElse(null);
  }

  private static Optional<ArgumentId> first(Brief brief, Predicate<Argument> fits) {
    return brief.arguments().stream().filter(fits).map(Argument::id).findFirst();
  }

  private static String side(Brief brief, Argument argument) {
    return switch (argument) {
      case Argument.OfSeats said ->
          brief.options().stream()
              .filter(option -> option.id().equals(said.option()))
              .map(Option::label)
              .findFirst()
              .orElse("");
      case Argument.OfPerson said -> said.alias();
    };
  }

  private static String uncut(String text) {
    return text.endsWith(CUT) ? text.substring(0, text.length() - CUT.length()) : text;
  }
}
