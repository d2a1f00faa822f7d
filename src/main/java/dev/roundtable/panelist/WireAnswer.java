package dev.roundtable.panelist;

import dev.roundtable.debate.Source;
import dev.roundtable.debate.Tokens;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back over the wire, whatever its format.
 *
 * @param text what was said to us, without what the model thought
 */
record WireAnswer(Ending ending, String text, Used used) {
  /** How an answer ended. */
  sealed interface Ending {
    record Complete() implements Ending {}

    record CutOff() implements Ending {}

    record Refused(String words) implements Ending {}

    record Filtered(String reason) implements Ending {}

    /**
     * An error in spite of a good status.
     *
     * @param status the status it should have been, 0 if nobody said
     */
    record Failed(int status, String reason) implements Ending {}
  }

  /**
   * What the answer says about itself.
   *
   * @param model the model that answered
   * @param usd the vendor's own figure
   */
  record Used(
      @Nullable String model,
      @Nullable Tokens tokens,
      @Nullable BigDecimal usd,
      List<Source> sources) {
    static final Used NOTHING_SAID = new Used(null, null, null, List.of());

    Used {
      sources = List.copyOf(sources);
    }
  }

  static WireAnswer failed(int status, String reason) {
    return new WireAnswer(new Ending.Failed(status, reason), "", Used.NOTHING_SAID);
  }
}
