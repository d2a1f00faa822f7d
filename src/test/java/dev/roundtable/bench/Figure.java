package dev.roundtable.bench;

/**
 * One line of the table.
 *
 * @param figure what it is, so that it can be measured again
 * @param value a ratio or a distribution
 * @param met how it stands to the target
 * @param runs how many there were, 0 for none
 * @param others the same of others, as far as it is known
 */
public record Figure(
    String id, String figure, String value, String target, Met met, int runs, Others others) {
  /** How a figure stands to its target. */
  public enum Met {
    MET("met"),
    MISSED("MISSED"),
    NO_TARGET("–"),
    NOT_MEASURED("not measured");

    private final String word;

    Met(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    public static Met of(boolean met) {
      return met ? MET : MISSED;
    }
  }

  /**
   * Measured before on the same kind of machine with the same latencies and six models.
   *
   * @param fastest council that is public
   * @param best known council
   * @param bare a loop of calls and nothing else, as the limit
   */
  public record Others(String fastest, String best, String bare) {
    public static final Others NONE = new Others("–", "–", "–");
  }

  public static Figure of(
      String id, String figure, String value, String target, boolean met, int runs) {
    return new Figure(id, figure, value, target, Met.of(met), runs, Others.NONE);
  }

  static Figure notMeasured(String id, String figure, String why) {
    return new Figure(id, figure, why, "–", Met.NOT_MEASURED, 0, Others.NONE);
  }

  Figure beside(String fastest, String best, String bare) {
    return new Figure(id, figure, value, target, met, runs, new Others(fastest, best, bare));
  }

  Figure withoutTarget() {
    return new Figure(id, figure, value, "–", Met.NO_TARGET, runs, others);
  }
}
