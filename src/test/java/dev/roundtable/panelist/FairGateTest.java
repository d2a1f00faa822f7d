package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FairGateTest {
  private final FairGate gate = new FairGate(1);
  private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();

  private Thread enters(String debate) {
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                gate.enter(debate);
                entered.add(debate);
              } catch (InterruptedException _) {
                entered.add("interrupted");
              }
            });
    while (thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private String next() throws InterruptedException {
    return String.valueOf(entered.poll(5, TimeUnit.SECONDS));
  }

  @Test
  void aLargePanelDoesNotKeepASmallOneWaiting() throws InterruptedException {
    gate.enter("first");
    for (var debate : List.of("large", "large", "large", "large", "small")) {
      enters(debate);
    }
    var order = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      gate.leave();
      order.add(next());
    }
    assertThat(order).containsExactly("large", "small", "large", "large", "large");
    gate.leave();
    assertThat(gate.inside()).isZero();
  }

  @Test
  void whoGivesUpTakesNoPlace() throws InterruptedException {
    gate.enter("first");
    var waiting = enters("second");
    waiting.interrupt();
    assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
    assertThat(next()).isEqualTo("interrupted");
    gate.leave();
    assertThat(gate.inside()).isZero();
  }

  @Test
  void placesCanBecomeMoreAndFewerWhileSomeAreInside() throws InterruptedException {
    gate.enter("first");
    var second = enters("second");
    var third = enters("third");
    gate.resize(2);
    assertThat(next()).isEqualTo("second");
    assertThat(second.join(Duration.ofSeconds(5))).isTrue();
    gate.resize(1);
    assertThat(gate.inside()).isEqualTo(2);
    gate.leave();
    assertThat(third.getState()).isEqualTo(Thread.State.WAITING);
    gate.leave();
    assertThat(next()).isEqualTo("third");
    gate.leave();
    assertThat(gate.inside()).isZero();
  }
}
