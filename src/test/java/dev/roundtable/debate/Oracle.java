package dev.roundtable.debate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts a debate's events by hand, in another way than the core does: one sheet with the standing
 * vote of each seat, read off at each verdict.
 */
final class Oracle {
  /** Of one verdict; options are named by their labels. */
  record Finding(String kind, Set<String> leaders, Map<String, String> votes, Set<String> absent) {}

  private final Map<String, String> sheet = new TreeMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Panel panel;

  private Oracle(Panel panel) {
    this.panel = panel;
  }

  static List<Finding> of(List<DebateEvent> events) {
    var oracle = new Oracle(((DebateEvent.Opened) events.getFirst()).panel());
    events.forEach(oracle::read);
    return oracle.findings;
  }

  private void read(DebateEvent event) {
    if (event instanceof DebateEvent.FormChosen form) {
      label(form.paper());
    } else if (event instanceof DebateEvent.PositionsGrouped grouped) {
      label(grouped.paper());
      grouped.members().forEach((seat, option) -> sheet.put(seat.value(), option.value()));
    } else if (event instanceof DebateEvent.BallotCast cast
        && cast.ballot() instanceof Ballot.Vote vote) {
      sheet.put(vote.seat().value(), vote.option().value());
    } else if (event instanceof DebateEvent.VerdictReached) {
      findings.add(finding());
    }
  }

  private void label(BallotPaper paper) {
    paper.options().forEach(option -> labels.put(option.id().value(), option.label()));
  }

  private Finding finding() {
    var votes = new TreeMap<String, String>();
    sheet.forEach((seat, option) -> votes.put(seat, labels.getOrDefault(option, "?")));
    var absent = new TreeSet<String>();
    panel.seats().forEach(seat -> absent.add(seat.id().value()));
    absent.removeAll(votes.keySet());
    var sums = new TreeMap<String, BigDecimal>();
    votes.forEach((seat, label) ->
        sums.merge(label, RandomDebate.weight(panel, new SeatId(seat)), BigDecimal::add));
    var leaders = leaders(sums);
    return new Finding(kind(votes, absent, sums, leaders), leaders, votes, absent);
  }

  private static Set<String> leaders(Map<String, BigDecimal> sums) {
    var leaders = new TreeSet<String>();
    for (var one : sums.keySet()) {
      boolean beaten = false;
      for (var other : sums.keySet()) {
        beaten |= sums.get(other).compareTo(sums.get(one)) > 0;
      }
      if (!beaten) {
        leaders.add(one);
      }
    }
    return leaders;
  }

  private static String kind(
      Map<String, String> votes,
      Set<String> absent,
      Map<String, BigDecimal> sums,
      Set<String> leaders) {
    if (votes.size() < 2 || votes.size() <= absent.size()) {
      return "NoQuorum";
    }
    if (leaders.size() > 1) {
      return "Tied";
    }
    if (Set.copyOf(votes.values()).size() == 1) {
      return "Unanimous";
    }
    var best = sums.getOrDefault(leaders.iterator().next(), BigDecimal.ZERO);
    var others = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).subtract(best);
    if (best.compareTo(others.add(others)) > 0) {
      return "Supermajority";
    }
    return best.compareTo(others) > 0 ? "Majority" : "Plurality";
  }
}
