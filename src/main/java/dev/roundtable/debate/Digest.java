package dev.roundtable.debate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what was argued so far into few, short, anonymous arguments. */
final class Digest {
  static final int MAX_WORDS = 120;
  static final int MAX_CHARS = 1400; // about 400 tokens at 3.5 characters each
  static final double DUPLICATE = 0.8;
  private static final int MIN_PART = 40;
  private static final Pattern CITATION = Pattern.compile(" ?\\[([1-9]\\d{0,2})](?!\\()");

  private Digest() {}

  private record Draft(OptionId option, List<SeatId> authors, String text, WordSet words) {}

  /** The pool for a round: each option's arguments merged, ids in an order that tells nothing. */
  static List<Argument> pool(Debate debate, List<DebateEvent.FollowUpAsked> followUps) {
    var drafts = new ArrayList<Draft>();
    var anonymity = new Anonymity(debate.panel().seats().stream().map(Seat::name).toList());
    for (var vote : debate.lastVotes().values()) {
      merge(drafts, draft(anonymity, vote, sources(debate, vote)));
    }
    var round = String.valueOf(debate.rounds().size() + 1);
    var arguments = new ArrayList<Argument>(ofPeople(debate, followUps));
    int number = 1;
    for (var draft : Shuffle.of(drafts, debate.id(), "arguments", round)) {
      if (!draft.text().isEmpty()) {
        var id = new ArgumentId("a" + number++);
        arguments.add(new Argument.OfSeats(id, draft.option(), draft.authors(), draft.text()));
      }
    }
    return arguments;
  }

  private static List<Argument> ofPeople(Debate debate, List<DebateEvent.FollowUpAsked> followUps) {
    var arguments = new ArrayList<Argument>();
    for (var followUp : followUps) {
      var text = Excerpt.of(followUp.text(), MAX_WORDS, MAX_CHARS);
      if (!text.isEmpty()) {
        var id = new ArgumentId("p" + (arguments.size() + 1));
        var alias = debate.alias(followUp.person());
        arguments.add(new Argument.OfPerson(id, alias, followUp.message(), text));
      }
    }
    return arguments;
  }

  private static int sources(Debate debate, Ballot.Vote vote) {
    return debate.rounds().reversed().stream()
        .flatMap(round -> round.of(vote.seat()).stream())
        .filter(cast ->
            cast.ballot() instanceof Ballot.Answered said && said.reasons().equals(vote.reasons()))
        .findFirst()
        .map(cast -> cast.provenance().sources().size())
        .orElse(0);
  }

  // Numbers of sources lead nowhere without them, and tell which seat can search.
  private static String withoutCitations(String reasons, int sources) {
    return sources == 0
        ? reasons
        : CITATION
            .matcher(reasons)
            .replaceAll(found ->
                Integer.parseInt(found.group(1)) <= sources
                    ? ""
                    : Matcher.quoteReplacement(found.group()));
  }

  private static Draft draft(Anonymity anonymity, Ballot.Vote vote, int sources) {
    var said = anonymity.strip(withoutCitations(vote.reasons(), sources));
    var text = Excerpt.of(said, MAX_WORDS, MAX_CHARS);
    return new Draft(vote.option(), List.of(vote.seat()), text, WordSet.of(text));
  }

  private static void merge(List<Draft> drafts, Draft next) {
    for (int i = 0; i < drafts.size(); i++) {
      var twin = drafts.get(i);
      if (twin.option().equals(next.option()) && twin.words().overlap(next.words()) >= DUPLICATE) {
        var authors = new ArrayList<>(twin.authors());
        authors.addAll(next.authors());
        var longer = next.text().length() > twin.text().length() ? next : twin;
        drafts.set(i, new Draft(twin.option(), authors, longer.text(), longer.words()));
        return;
      }
    }
    drafts.add(next);
  }

  /** What one seat reads of the pool: not what only itself said, and no more than the limit. */
  static List<Argument> forSeat(Debate debate, Round round, SeatId seat) {
    var ofPeople = new ArrayList<Argument>();
    var byOption = new LinkedHashMap<OptionId, Queue<Argument.OfSeats>>();
    for (var argument : shuffled(debate, round, seat)) {
      switch (argument) {
        case Argument.OfPerson person when person.text().isEmpty() -> {}
        case Argument.OfPerson person -> ofPeople.add(person);
        case Argument.OfSeats said when said.onlyBy(seat) || said.text().isEmpty() -> {}
        case Argument.OfSeats said ->
            byOption.computeIfAbsent(said.option(), _ -> new ArrayDeque<>()).add(said);
      }
    }
    var ofSeats = inTurn(byOption);
    // People are heard first, and half of the room stays for the seats if they need it.
    var digest =
        new ArrayList<>(fit(ofPeople, MAX_CHARS - Math.min(MAX_CHARS / 2, length(ofSeats))));
    digest.addAll(fit(ofSeats, MAX_CHARS - length(digest)));
    return digest;
  }

  private static int length(List<Argument> arguments) {
    return arguments.stream().mapToInt(argument -> argument.text().length()).sum();
  }

  private static List<Argument> shuffled(Debate debate, Round round, SeatId seat) {
    return Shuffle.of(
        round.arguments(), debate.id(), "digest", seat.value(), String.valueOf(round.number()));
  }

  // One argument per option in turn, so that a small side is heard before the large one again.
  private static List<Argument> inTurn(Map<OptionId, Queue<Argument.OfSeats>> byOption) {
    var ordered = new ArrayList<Argument>();
    Collection<Queue<Argument.OfSeats>> queues = byOption.values();
    while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
      for (var queue : queues) {
        var next = queue.poll();
        if (next != null) {
          ordered.add(next);
        }
      }
    }
    return ordered;
  }

  private static List<Argument> fit(List<Argument> arguments, int budget) {
    var kept = new ArrayList<Argument>();
    int room = budget;
    for (int i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (room >= Math.min(MIN_PART, argument.text().length())) {
        int share = Math.max(room / (arguments.size() - i), Math.min(room, MAX_CHARS / 8));
        var part = shortened(argument, share);
        room -= part.text().length();
        kept.add(part);
      }
    }
    return kept;
  }

  private static Argument shortened(Argument argument, int maxChars) {
    return switch (argument) {
      case Argument.OfSeats(var id, var option, var authors, var text) ->
          new Argument.OfSeats(id, option, authors, Excerpt.of(text, maxChars));
      case Argument.OfPerson(var id, var alias, var followUp, var text) ->
          new Argument.OfPerson(id, alias, followUp, Excerpt.of(text, maxChars));
    };
  }
}
