package dev.roundtable.panelist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The price list that ships with the application, for vendors that report no cost. */
final class Prices {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  // A dated or moving name of a model costs what the model costs.
  private static final Pattern EDITION =
      Pattern.compile("-(?:\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{4}|latest)$");
  private static final Prices SHIPPED = new Prices(WireJson.parse(resource()));

  private final JsonNode list;

  private Prices(JsonNode list) {
    this.list = list;
  }

  static Prices shipped() {
    return SHIPPED;
  }

  private static String resource() {
    try (var in = Prices.class.getResourceAsStream("prices.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its day, such as {@code 2026-08-21}. */
  String date() {
    return list.path("date").asText();
  }

  boolean knows(String host, String model) {
    return find(host, model).isPresent();
  }

  /** The cost by this list; unknown if the list does not have that model of that host. */
  Cost cost(String host, String model, Tokens tokens) {
    return find(host, model).map(price -> cost(price, tokens)).orElse(Cost.UNKNOWN);
  }

  /** The cost by a configured price, which does not tell cached tokens apart. */
  static Cost cost(Price price, Tokens tokens) {
    var prompt = price.input().multiply(BigDecimal.valueOf(tokens.prompt()));
    var completion = price.output().multiply(BigDecimal.valueOf(tokens.completion()));
    return Cost.usd(prompt.add(completion).divide(MILLION));
  }

  private static Cost cost(JsonNode price, Tokens tokens) {
    var input = price.path("input").decimalValue();
    var cached = price.has("cached") ? price.path("cached").decimalValue() : input;
    long fresh = Math.max(0, tokens.prompt() - tokens.cached());
    var total =
        input
            .multiply(BigDecimal.valueOf(fresh))
            .add(cached.multiply(BigDecimal.valueOf(tokens.cached())))
            .add(
                price
                    .path("output")
                    .decimalValue()
                    .multiply(BigDecimal.valueOf(tokens.completion())));
    return Cost.usd(total.divide(MILLION));
  }

  private Optional<JsonNode> find(String host, String model) {
    var models = list.path("hosts").path(host);
    var exact = models.path(model);
    var price = exact.isMissingNode() ? models.path(EDITION.matcher(model).replaceAll("")) : exact;
    return price.isMissingNode() ? Optional.empty() : Optional.of(price);
  }
}
