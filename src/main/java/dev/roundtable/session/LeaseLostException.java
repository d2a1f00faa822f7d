package dev.roundtable.session;

/** Somebody else has taken the debate over; nothing was written. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(Lease lease) {
    super("debate " + lease.debate() + " is no longer held under epoch " + lease.epoch());
  }
}
