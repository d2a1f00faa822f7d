package dev.roundtable.transcript;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.Source;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.safety.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Something that seats say they read, with those that named it. */
record CitedSource(String title, Optional<URI> address, List<String> seats) {
  /** Each address once, in the order in which it was named. */
  static List<CitedSource> of(Debate debate, Ruling ruling) {
    var byUrl = new LinkedHashMap<String, CitedSource>();
    for (var round : debate.rounds().subList(ruling.firstRound() - 1, ruling.lastRound())) {
      for (var seat : debate.panel().seats()) {
        round
            .of(seat.id())
            .ifPresent(cast ->
                cast.provenance().sources().stream()
                    .filter(source -> !source.url().isBlank())
                    .forEach(source -> add(byUrl, source, VisibleText.line(seat.name()))));
      }
    }
    return List.copyOf(byUrl.values());
  }

  private static void add(LinkedHashMap<String, CitedSource> byUrl, Source source, String seat) {
    var known = byUrl.get(source.url());
    var seats = new ArrayList<>(known == null ? List.<String>of() : known.seats());
    if (!seats.contains(seat)) {
      seats.add(seat);
    }
    var title = known == null ? VisibleText.line(source.title()) : known.title();
    byUrl.put(source.url(), new CitedSource(title, WebAddress.of(source.url()), seats));
  }

  List<Span> spans(Words words) {
    var spans = new ArrayList<Span>();
    var shown = title.isEmpty() ? address.map(URI::getHost).orElse("?") : title;
    spans.add(
        address
            .<Span>map(uri -> new Span.Link(List.of(Span.plain(shown)), uri))
            .orElse(Span.plain(shown)));
    spans.add(Span.plain(" · " + words.say("sources.by", words.list(seats))));
    return spans;
  }
}
