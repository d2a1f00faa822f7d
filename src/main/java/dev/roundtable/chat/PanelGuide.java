package dev.roundtable.chat;

import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.transcript.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the panels before a question is asked. */
public interface PanelGuide {
  /** Which panel will be asked. */
  sealed interface Pick {
    record Picked(String panel, Rules rules, int seats) implements Pick {}

    /** None can be asked; the sentence says why. */
    record None(String sentence) implements Pick {}
  }

  /** The same, in those words; itself where it has none of its own. */
  default PanelGuide in(Words words) {
    return this;
  }

  /** The panel of that name, or the one that is taken when nobody chose. */
  Pick pick(@Nullable String wanted);

  /** One line for each panel: its name, and who sits there. */
  List<String> lines();

  List<String> names();

  /**
   * Where the words of a debate would go.
   *
   * @param vendors who would read them
   * @param calls about what each call would cost at most
   */
  record Outlay(List<String> vendors, List<Cost> calls) {
    public Outlay {
      vendors = List.copyOf(vendors);
      calls = List.copyOf(calls);
    }

    /** As if it were one call. */
    public Outlay(List<String> vendors, Cost estimate) {
      this(vendors, List.of(estimate));
    }

    Cost estimate() {
      return calls.stream().reduce(Cost.NOTHING, Cost::plus);
    }
  }

  Outlay outlay(String panel, Question question, Rules rules);
}
