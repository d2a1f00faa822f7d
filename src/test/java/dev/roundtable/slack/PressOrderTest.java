package dev.roundtable.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PressOrderTest {
  @Test
  void ofTwoPressesTheLaterCountsInWhateverOrderTheyAreDealtWith() {
    var order = new PressOrder();

    assertThat(order.unlessLate("ben", "17.000002", () -> "No")).hasValue("No");
    assertThat(order.unlessLate("ben", "17.000001", () -> "Yes")).isEmpty();
    assertThat(order.unlessLate("ben", "17.000003", () -> "Yes")).hasValue("Yes");
    assertThat(order.unlessLate("anna", "17.000001", () -> "Yes")).hasValue("Yes");
  }
}
