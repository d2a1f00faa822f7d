package dev.roundtable.session;

import dev.roundtable.debate.Debate;

/** Whose turn it is where only so many debates run at once. */
public interface Turns {
  /** Every debate begins as soon as it is opened. */
  Turns FREE =
      new Turns() {
        @Override
        public int ahead(Debate debate) {
          return 0;
        }

        @Override
        public void leave(Debate debate) {}
      };

  /**
   * Puts a debate that was opened in line, and says how many come before it. Once that is 0 it
   * stays so, and the debate counts as running until it leaves.
   *
   * @throws StoreException if that cannot be known
   */
  int ahead(Debate debate);

  /**
   * A debate has come to its end: those behind it move up. Said twice it does nothing more.
   *
   * @throws StoreException if that could not be written down
   */
  void leave(Debate debate);
}
