package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes options of what seats said to an open question. */
final class Positions {
  static final int MAX_GROUPS = 6;
  private static final int MAX_FOLDED = 9;
  private static final int MAX_LABEL = 200;
  private static final String FULL_STOP = "(?<=[^.。])[.。]\\s*$";
  private static final double OWN_WORDS = 0.5;

  // Not what tells C# from C, or 5% from 5.
  private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}`&&[^#%]]");

  private Positions() {}

  /** The chair's grouping, or why it cannot stand. */
  sealed interface Checked {
    record Grouped(DebateEvent.PositionsGrouped event) implements Checked {}

    record Rejected(String reason) implements Checked {}
  }

  static Checked check(
      ChairReply.Grouping grouping, List<Ballot.Position> positions, Provenance spent) {
    var groups = grouping.groups().stream().filter(group -> !group.seats().isEmpty()).toList();
    if (groups.isEmpty() || groups.size() > MAX_GROUPS) {
      return new Checked.Rejected("the chair made " + groups.size() + " groups");
    }
    var groupOf = new LinkedHashMap<SeatId, Integer>();
    for (int i = 0; i < groups.size(); i++) {
      for (var seat : groups.get(i).seats()) {
        if (groupOf.put(seat, i) != null) {
          return new Checked.Rejected("the chair put " + seat + " into two groups");
        }
      }
    }
    var seats = positions.stream().map(Ballot.Position::seat).toList();
    if (!groupOf.keySet().equals(Set.copyOf(seats))) {
      return new Checked.Rejected("the chair's groups do not hold every seat that answered");
    }
    var labels = groups.stream().map(group -> label(group, positions)).toList();
    var paper = BallotPaper.of(distinct(labels));
    return new Checked.Grouped(event(paper, groupOf, GroupedBy.CHAIR, spent));
  }

  // A label that is not in the seats' own words is replaced by the shortest of their statements.
  private static String label(ChairReply.Group group, List<Ballot.Position> positions) {
    var members = positions.stream().filter(p -> group.seats().contains(p.seat())).toList();
    var said = new StringBuilder();
    members.forEach(member -> said.append(statement(member)).append(' '));
    if (WordSet.of(group.label()).shareIn(WordSet.of(said.toString())) >= OWN_WORDS) {
      return group.label();
    }
    return members.stream()
        .map(Positions::statement)
        .min(Comparator.comparingInt(String::length))
        .orElseThrow();
  }

  /** Equal positions become one option, the first nine as they are, the rest together. */
  static DebateEvent.PositionsGrouped fold(List<Ballot.Position> positions) {
    SequencedMap<String, Integer> known = new LinkedHashMap<>();
    var labels = new ArrayList<String>();
    var groupOf = new LinkedHashMap<SeatId, Integer>();
    long different = positions.stream().map(Positions::folded).distinct().count();
    for (var position : positions) {
      var key = folded(position);
      var index = known.get(key);
      if (index == null) {
        boolean other = labels.size() >= MAX_FOLDED && different > MAX_FOLDED;
        index = other ? MAX_FOLDED : labels.size();
        known.put(key, index);
        if (index == labels.size()) {
          labels.add(other ? Option.OTHER : statement(position));
        }
      }
      groupOf.put(position.seat(), index);
    }
    var paper = BallotPaper.of(distinct(labels));
    return event(
        labels.size() > MAX_FOLDED ? withRest(paper) : paper,
        groupOf,
        GroupedBy.FOLDING,
        Provenance.CODE);
  }

  private static BallotPaper withRest(BallotPaper paper) {
    var options = new ArrayList<>(paper.options());
    options.add(options.removeLast().asRest());
    return new BallotPaper(options);
  }

  // What two hidden positions said cannot be compared.
  private static String folded(Ballot.Position position) {
    if (position.isHidden()) {
      return Option.HIDDEN + position.seat();
    }
    var statement = statement(position);
    var bare = PUNCTUATION.matcher(statement).replaceAll(" ");
    var words = Folding.caseAndSpace(bare);
    return words.isEmpty() ? statement : words;
  }

  private static String statement(Ballot.Position position) {
    return anonymous(position.statement());
  }

  // A label is read by all seats, so it must not say whose words it is in.
  private static String anonymous(String statement) {
    var anonymous = Anonymity.OF_MODELS.strip(statement);
    return anonymous.isEmpty() ? statement : anonymous;
  }

  /** A statement as the label of an option. */
  static String label(String statement) {
    return line(anonymous(statement));
  }

  private static String line(String label) {
    return Excerpt.of(label.replaceAll("\\s+", " ").replaceFirst(FULL_STOP, ""), MAX_LABEL);
  }

  private static DebateEvent.PositionsGrouped event(
      BallotPaper paper, Map<SeatId, Integer> groupOf, GroupedBy by, Provenance spent) {
    var members = new LinkedHashMap<SeatId, OptionId>();
    groupOf.forEach((seat, group) -> members.put(seat, paper.ids().get(group)));
    return new DebateEvent.PositionsGrouped(paper, members, by, spent);
  }

  private static List<String> distinct(List<String> labels) {
    var distinct = new ArrayList<String>();
    for (var label : labels) {
      var line = line(label);
      var free = line;
      for (int number = distinct.size() + 1; isTaken(distinct, free); number++) {
        free = line + " (" + number + ")";
      }
      distinct.add(free);
    }
    return distinct;
  }

  private static boolean isTaken(List<String> labels, String label) {
    var folded = Folding.caseAndSpace(label);
    return labels.stream().anyMatch(other -> Folding.caseAndSpace(other).equals(folded));
  }
}
