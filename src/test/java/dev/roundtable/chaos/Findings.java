package dev.roundtable.chaos;

import java.time.Duration;

/**
 * What is found after the chaos.
 *
 * @param open debates that are not closed, and posts that do not yet say what they should
 * @param unanswered what people did that nobody has taken
 */
record Findings(
    Chaos.Size size,
    long seed,
    Duration took,
    int debates,
    int ballots,
    int lostBallots,
    int doubledBallots,
    int messages,
    int lostMessages,
    int posts,
    int lostAnswers,
    int missing,
    int doubled,
    int outOfOrder,
    int stale,
    int open,
    int unanswered) {
  boolean closed() {
    return open == 0 && missing == 0 && stale == 0 && unanswered == 0;
  }

  boolean clean() {
    return closed()
        && lostBallots == 0
        && doubledBallots == 0
        && lostMessages == 0
        && doubled == 0
        && outOfOrder == 0;
  }
}
