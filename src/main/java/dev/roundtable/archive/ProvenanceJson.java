package dev.roundtable.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Source;
import dev.roundtable.debate.Tokens;

/** Where an answer came from and what it used, as JSON. */
final class ProvenanceJson {
  private ProvenanceJson() {}

  static ObjectNode write(Provenance provenance) {
    var tokens = provenance.tokens();
    var cost = provenance.cost();
    var node = Json.object().put("modelId", provenance.modelId());
    if (tokens != null) {
      node.putObject("tokens")
          .put("prompt", tokens.prompt())
          .put("cached", tokens.cached())
          .put("completion", tokens.completion());
    }
    // As a text, which keeps the number of digits.
    node.putObject("cost").put("usd", cost.usd().toString()).put("complete", cost.complete());
    node.set(
        "sources",
        Json.list(
            provenance.sources(),
            source -> Json.object().put("title", source.title()).put("url", source.url())));
    return node;
  }

  static Provenance provenance(Fields fields) {
    return new Provenance(
        fields.textOrNull("modelId"),
        fields.valueOrNull("tokens", ProvenanceJson::tokens),
        fields.value("cost", ProvenanceJson::cost),
        fields.list("sources", item -> new Source(item.text("title"), item.text("url"))));
  }

  private static Tokens tokens(Fields fields) {
    return new Tokens(
        fields.number("prompt"), fields.number("cached"), fields.number("completion"));
  }

  private static Cost cost(Fields fields) {
    return new Cost(fields.decimal("usd"), fields.flag("complete"));
  }
}
