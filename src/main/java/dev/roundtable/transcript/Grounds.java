package dev.roundtable.transcript;

import dev.roundtable.debate.Argument;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Excerpt;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.SeatId;
import dev.roundtable.safety.VisibleText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Because of what a seat changed its mind, in words. */
public final class Grounds {
  // Enough to know it by; it stands in full where it was said.
  private static final int QUOTE = 220;

  private final Debate debate;
  private final Words words;

  public Grounds(Debate debate, Phrases phrases) {
    this.debate = debate;
    this.words = phrases.words();
  }

  /** To follow on what changed: {@code because of what Anna said: “...”}. */
  public String of(Change change) {
    var id = change.because();
    var argument =
        id == null
            ? Optional.<Argument>empty()
            : debate.rounds().get(change.round() - 1).argument(id);
    if (argument.isEmpty()) {
      return change.withoutNewArgument()
          ? words.say("changes.conformed")
          : words.say("changes.noArgument");
    }
    var text = Excerpt.of(Markdown.line(argument.get().text()), QUOTE);
    if (text.isEmpty()) {
      return words.say("changes.because.withdrawn");
    }
    var who =
        switch (argument.get()) {
          case Argument.OfSeats said -> words.say("changes.because.seats", names(said.authors()));
          case Argument.OfPerson said ->
              words.say("changes.because.person", personName(said.followUp()));
        };
    return words.say("changes.because", who, text);
  }

  private String names(List<SeatId> seats) {
    return words.list(
        seats.stream().map(id -> VisibleText.line(debate.panel().seat(id).name())).toList());
  }

  private String personName(@Nullable MessageId message) {
    return Optional.ofNullable(message)
        .flatMap(debate::followUp)
        .map(asked -> VisibleText.line(asked.person().name()))
        .orElse(VisibleText.line(debate.opened().asker().name()));
  }
}
