package dev.roundtable.limits;

import dev.roundtable.debate.Cost;
import dev.roundtable.debate.DebateEvent;
import java.util.List;

/** What a round will cost, before anybody is asked. */
@FunctionalInterface
public interface Outlook {
  /** One cost for each call; none if no model is asked. */
  List<Cost> round(DebateEvent.Opened opened, int number);
}
