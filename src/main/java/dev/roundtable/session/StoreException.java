package dev.roundtable.session;

/**
 * The archive or the inbox could not do what it was asked to. The message is a sentence for the
 * operator, without anything of what was to be stored.
 */
public abstract sealed class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  private StoreException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /** The message. */
  public String sentence() {
    return sentence;
  }

  /** Somebody else kept it locked for longer than was waited; nothing was written. */
  public static final class Locked extends StoreException {
    private static final long serialVersionUID = 1L;

    public Locked(Throwable cause) {
      super("The database is busy: it stayed locked by another process or transaction.", cause);
    }
  }

  /** There is no room left; nothing was written. */
  public static final class Full extends StoreException {
    private static final long serialVersionUID = 1L;

    public Full(Throwable cause) {
      super("The database's disk is full: free some space, then it goes on.", cause);
    }
  }

  /** It cannot be reached, or was restarted; nothing was written. */
  public static final class Unreachable extends StoreException {
    private static final long serialVersionUID = 1L;

    public Unreachable(Throwable cause) {
      super("The database cannot be reached: it is down, restarting or out of connections.", cause);
    }
  }

  /** The connection was lost while it was written, so it may be there or not. */
  public static final class Unsure extends StoreException {
    private static final long serialVersionUID = 1L;

    public Unsure(Throwable cause) {
      super("The connection to the database was lost while something was written.", cause);
    }
  }

  /** It refused, for a reason that does not pass by itself; nothing was written. */
  public static final class Refused extends StoreException {
    private static final long serialVersionUID = 1L;

    private final String words;

    /** The database's own words name what to mend. */
    public Refused(String words, Throwable cause) {
      super("The database refused: " + words, cause);
      this.words = words;
    }

    /** What the database said. */
    public String words() {
      return words;
    }
  }
}
