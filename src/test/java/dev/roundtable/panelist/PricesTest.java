package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Tokens;
import org.junit.jupiter.api.Test;

class PricesTest {
  private static final Tokens TOKENS = new Tokens(1_000_000, 400_000, 100_000);
  private final Prices prices = Prices.shipped();

  @Test
  void cachedTokensHaveAPriceOfTheirOwn() {
    // 0.6 x 1.25 + 0.4 x 0.125 + 0.1 x 10
    assertThat(prices.cost("api.openai.com", "gpt-5", TOKENS).usd()).isEqualByComparingTo("1.8");
  }

  @Test
  void aDatedNameCostsWhatTheModelCosts() {
    assertThat(prices.cost("api.openai.com", "gpt-5-2031-01-31", TOKENS))
        .isEqualTo(prices.cost("api.openai.com", "gpt-5", TOKENS));
  }

  @Test
  void aModelOfAnotherHostIsNotPriced() {
    assertThat(prices.cost("127.0.0.1", "gpt-5", TOKENS)).isEqualTo(Cost.UNKNOWN);
    assertThat(prices.knows("api.openai.com", "gpt-unheard-of")).isFalse();
    assertThat(prices.date()).matches("\\d{4}-\\d{2}-\\d{2}");
  }
}
