package dev.roundtable.panelist;

import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Tokens;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;

/**
 * About what a debate will cost, before anybody is asked. It takes every planned round as held, and
 * an answer as long as they usually are; a model that thinks at length can cost more.
 */
public final class Estimate {
  // Rules, form and schema of a brief, and the digest of a later round, as the shipped prompts have
  // them.
  private static final int BRIEF_TOKENS = 700;
  private static final int DIGEST_TOKENS = 550;
  private static final int ANSWER_TOKENS = 500;
  private static final int SUMMARY_TOKENS = 900;
  private static final double CHARS_PER_TOKEN = 3.5;

  private final Map<String, ProviderSettings> providers;

  public Estimate(Map<String, ProviderSettings> providers) {
    this.providers = Map.copyOf(providers);
  }

  /** The cost of all planned rounds and the chair; incomplete where a price is not known. */
  public Cost of(PanelSettings panel, Question question, Rules rules) {
    long asked = BRIEF_TOKENS + tokens(question);
    var calls = new ArrayList<Cost>();
    for (int round = 1; round <= rules.lastRound(); round++) {
      long prompt = round == 1 ? asked : asked + DIGEST_TOKENS;
      panel.seats().forEach(seat -> calls.add(cost(seat.model(), prompt, ANSWER_TOKENS)));
    }
    if (!panel.chairs().isEmpty()) {
      long ballots = (long) panel.seats().size() * ANSWER_TOKENS;
      calls.add(cost(panel.chairs().getFirst(), asked + ballots, SUMMARY_TOKENS));
    }
    return calls.stream().reduce(Cost.NOTHING, Cost::plus);
  }

  private static long tokens(Question question) {
    var context = question.context();
    int chars = question.text().length() + (context == null ? 0 : context.length());
    return (long) Math.ceil(chars / CHARS_PER_TOKEN);
  }

  private Cost cost(ModelSettings model, long prompt, long answer) {
    var tokens = new Tokens(prompt, 0, answer);
    var provider = Objects.requireNonNull(providers.get(model.provider()), model.provider());
    return model
        .price()
        .map(price -> Prices.cost(price, tokens))
        .orElseGet(() -> listed(provider, model, tokens));
  }

  // A server on this machine asks for no money.
  private static Cost listed(ProviderSettings provider, ModelSettings model, Tokens tokens) {
    return provider.apiKey().isEmpty()
        ? Cost.NOTHING
        : Prices.shipped().cost(provider.baseUrl().getHost(), model.model(), tokens);
  }
}
