package dev.roundtable.web;

import dev.roundtable.debate.Argument;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Source;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Seats that say given texts, in turn, and change their minds in the second round. */
final class Speakers {
  private Speakers() {}

  static Table table(String panel, List<String> names, List<String> texts) {
    return table(panel, names, texts, new Semaphore(Integer.MAX_VALUE));
  }

  /** Each answer waits for a permit. */
  static Table table(String panel, List<String> names, List<String> texts, Semaphore permits) {
    var seats =
        IntStream.range(0, names.size())
            .mapToObj(i -> new Seat("s" + (i + 1), names.get(i)))
            .toList();
    var panelists = new LinkedHashMap<SeatId, Panelist>();
    for (int i = 0; i < seats.size(); i++) {
      int number = i;
      panelists.put(
          seats.get(i).id(),
          brief -> {
            permits.acquire();
            return reply(brief, number, texts);
          });
    }
    return new Table(new Panel(panel, seats), panelists, Optional.empty());
  }

  private static Panelist.Reply reply(Brief brief, int number, List<String> texts) {
    var text = texts.get((number + brief.round()) % texts.size());
    var source = new Source(text, "https://example.org/" + number + "?a=1&b=<2>");
    var provenance =
        new Provenance(
            "model",
            null,
            Cost.NOTHING,
            List.of(source, new Source("Docs", "https://example.org")));
    var because =
        brief.round() == 1 || brief.arguments().isEmpty()
            ? null
            : brief.arguments().stream().map(Argument::id).findFirst().orElseThrow();
    var sorted =
        brief.options().stream()
            .map(option -> option.id())
            .sorted(java.util.Comparator.comparing(id -> id.value()))
            .toList();
    var option = sorted.get((number + brief.round() * (number % 3)) % sorted.size());
    var ballot = new Ballot.Vote(brief.seat(), option, text, 0.5, because);
    return new Panelist.Reply(ballot, provenance);
  }
}
