package dev.roundtable.cli;

import dev.roundtable.chat.Exhibit;
import dev.roundtable.chat.Exhibits;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.export.CardImage;
import dev.roundtable.transcript.Words;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pages and pictures of debates.
 *
 * @param debates the debate as it stands, nothing if it is unknown
 * @param links where its page is, nothing if it has none
 */
public record Exhibition(
    Function<DebateId, Optional<Debate>> debates, Function<Debate, Optional<URI>> links)
    implements Exhibits {
  @Override
  public Exhibit of(Debate debate, int verdict) {
    var alt = CardImage.altText(debate.asOf(verdict), words(debate));
    return new Exhibit(verdict, links.apply(debate).orElse(null), alt);
  }

  @Override
  public Optional<byte[]> picture(DebateId debate, int verdict) {
    return debates.apply(debate).map(found -> CardImage.png(found.asOf(verdict), words(found)));
  }

  private static Words words(Debate debate) {
    return Words.in(Locale.forLanguageTag(debate.opened().venue().language()));
  }
}
