package dev.roundtable.panelist;

import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Tokens;
import java.util.ArrayList;
import java.util.List;
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

  /** The cost of each call of all planned rounds and of the chair; unknown where a price is not. */
  public List<Cost> of(PanelSettings panel, Question question, Rules rules) {
    long asked = BRIEF_TOKENS + tokens(question);
    var calls = new ArrayList<>(chair(panel, asked));
    for (int round = 1; round <= rules.lastRound(); round++) {
      calls.addAll(seats(panel, asked, round));
    }
    return calls;
  }

  /** The cost of each call of that round and of the chair, if it is the last. */
  public List<Cost> ofRound(PanelSettings panel, Question question, int round) {
    long asked = BRIEF_TOKENS + tokens(question);
    var calls = new ArrayList<>(seats(panel, asked, round));
    calls.addAll(chair(panel, asked));
    return calls;
  }

  private List<Cost> seats(PanelSettings panel, long asked, int round) {
    long prompt = round == 1 ? asked : asked + DIGEST_TOKENS;
    return panel.seats().stream().map(seat -> cost(seat.model(), prompt, ANSWER_TOKENS)).toList();
  }

  private List<Cost> chair(PanelSettings panel, long asked) {
    long ballots = (long) panel.seats().size() * ANSWER_TOKENS;
    return panel.chairs().stream()
        .limit(1)
        .map(chair -> cost(chair, asked + ballots, SUMMARY_TOKENS))
        .toList();
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
