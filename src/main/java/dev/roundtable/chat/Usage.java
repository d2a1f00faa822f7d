package dev.roundtable.chat;

import java.util.List;

/** What was spent, by whom, and what is left. */
@FunctionalInterface
public interface Usage {
  /** In lines that the person may read: an admin sees everybody's. */
  List<String> lines(Where where, Visitor by);
}
