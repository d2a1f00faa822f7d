package dev.roundtable.debate;

import java.util.List;

/** What a chair is asked to do. */
public sealed interface ChairTask {
  Question question();

  /** Say whether the question is answered by yes or no, or is open. */
  record ChooseForm(Question question) implements ChairTask {}

  /** Put equal positions into one group, one to six in all, named in the seats' own words. */
  record GroupPositions(Question question, List<Ballot.Position> positions) implements ChairTask {}

  /**
   * Summarise.
   *
   * @param votes the last valid vote of each seat
   */
  record Summarise(Question question, BallotPaper paper, Verdict verdict, List<Ballot.Vote> votes)
      implements ChairTask {}
}
