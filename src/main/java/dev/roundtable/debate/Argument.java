package dev.roundtable.debate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What seats read of each other, without saying whose it is. */
public sealed interface Argument {
  ArgumentId id();

  String text();

  /** This argument; without its words if it came in that message. */
  default Argument withoutWordsOf(MessageId message) {
    return this instanceof OfPerson said && message.equals(said.followUp())
        ? new OfPerson(said.id(), said.alias(), message, "")
        : this;
  }

  /** This argument; without its words if that seat said it, be it with others. */
  default Argument withoutWordsOf(SeatId seat) {
    return this instanceof OfSeats said && said.authors().contains(seat)
        ? new OfSeats(said.id(), said.option(), said.authors(), "")
        : this;
  }

  /** Said for an option by one seat, or in nearly the same words by several. */
  record OfSeats(ArgumentId id, OptionId option, List<SeatId> authors, String text)
      implements Argument {
    public OfSeats {
      authors = List.copyOf(authors);
    }

    boolean onlyBy(SeatId seat) {
      return authors.size() == 1 && authors.getFirst().equals(seat);
    }
  }

  /**
   * Said by somebody in the chat.
   *
   * @param alias what models read instead of the name, such as {@code Person A}
   * @param followUp the message it came in, null for context that came with the question
   */
  record OfPerson(ArgumentId id, String alias, @Nullable MessageId followUp, String text)
      implements Argument {}
}
