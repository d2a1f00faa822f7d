package dev.roundtable.delivery;

import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Lease;
import dev.roundtable.session.StoreException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** A delivery log that now and then fails, or whose caller dies, before or after it has written. */
final class PerilousLog implements DeliveryLog {
  private static final double FAILS = 0.03;
  private static final double DIES = 0.01;

  private final DeliveryLog sound;
  private final DoubleSupplier chance;
  private final BooleanSupplier mayDie;

  /**
   * In front of a sound one.
   *
   * @param chance below 1; 1 if nothing is to go wrong
   * @param mayDie is told that the caller dies now
   */
  PerilousLog(DeliveryLog sound, DoubleSupplier chance, BooleanSupplier mayDie) {
    this.sound = sound;
    this.chance = chance;
    this.mayDie = mayDie;
  }

  private <T> T meet(Supplier<T> action) {
    peril(new StoreException.Locked(new IOException("busy")));
    var answer = action.get();
    peril(new StoreException.Unsure(new IOException("reset")));
    return answer;
  }

  private void peril(StoreException failure) {
    double drawn = chance.getAsDouble();
    if (drawn < DIES && mayDie.getAsBoolean()) {
      throw new FakeChat.Death();
    }
    if (drawn < DIES + FAILS) {
      throw failure;
    }
  }

  private void meet(Runnable action) {
    meet(() -> {
      action.run();
      return action;
    });
  }

  @Override
  public List<Delivery> read(DebateId debate) {
    return meet(() -> sound.read(debate));
  }

  @Override
  public Permit beginSend(Lease lease, Destination to, Post post, List<Rate> rates) {
    return meet(() -> sound.beginSend(lease, to, post, rates));
  }

  @Override
  public Permit beginChange(Lease lease, List<Rate> rates) {
    return meet(() -> sound.beginChange(lease, rates));
  }

  @Override
  public void sent(DebateId debate, String key, RemoteId message, String hash) {
    meet(() -> sound.sent(debate, key, message, hash));
  }

  @Override
  public void unsent(Lease lease, String key) {
    meet(() -> sound.unsent(lease, key));
  }

  @Override
  public void removed(Lease lease, String key) {
    meet(() -> sound.removed(lease, key));
  }

  @Override
  public void failed(Lease lease, String key, String reason) {
    meet(() -> sound.failed(lease, key, reason));
  }

  @Override
  public void forget(DebateId debate) {
    meet(() -> sound.forget(debate));
  }

  @Override
  public Optional<DebateId> find(String platform, String channel, String threadOrMessage) {
    return sound.find(platform, channel, threadOrMessage);
  }
}
