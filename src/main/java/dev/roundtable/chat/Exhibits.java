package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import java.util.Optional;

/**
 * Finds and draws what goes with verdicts. Every method may throw a {@link
 * dev.roundtable.session.StoreException}.
 */
public interface Exhibits {
  /** Of one verdict; the same whenever it is asked for while the debate's page stays in place. */
  Exhibit of(Debate debate, int verdict);

  /**
   * The debate as it stood at that verdict, as PNG of 1200 by 630 pixels, the same bytes each time;
   * nothing once the debate is gone. Drawing takes about a tenth of a second.
   */
  Optional<byte[]> picture(DebateId debate, int verdict);
}
