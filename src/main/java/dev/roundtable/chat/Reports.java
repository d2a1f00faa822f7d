package dev.roundtable.chat;

import dev.roundtable.debate.Debate;

/** Takes what people report to those in charge. */
@FunctionalInterface
public interface Reports {
  /**
   * Notes that somebody reported something, without what it says.
   *
   * @param notice a sentence for those in charge
   * @return whether they are told at once
   */
  boolean take(Debate debate, Visitor by, String notice);
}
