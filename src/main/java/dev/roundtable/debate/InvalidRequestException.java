package dev.roundtable.debate;

/** A request that breaks a rule a person can act on. */
public final class InvalidRequestException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient RequestProblem problem;

  public InvalidRequestException(RequestProblem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  public RequestProblem problem() {
    return problem;
  }
}
