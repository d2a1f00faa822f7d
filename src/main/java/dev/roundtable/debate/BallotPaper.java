package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The options that can be voted for, in printed order; empty until an open question has some. */
public record BallotPaper(List<Option> options) {
  public static final BallotPaper EMPTY = new BallotPaper(List.of());

  private static final int MAX_SLUG = 40;

  public BallotPaper {
    options = List.copyOf(options);
  }

  /** Letters the labels A, B, ... and makes an id from each. */
  public static BallotPaper of(List<String> labels) {
    var uses = new HashMap<String, Integer>();
    labels.forEach(label -> uses.merge(slug(label), 1, Integer::sum));
    var taken = new HashSet<String>();
    var options = new ArrayList<Option>();
    for (int i = 0; i < labels.size(); i++) {
      var slug = slug(labels.get(i));
      var id = slug.isEmpty() || uses.getOrDefault(slug, 0) > 1 ? "option-" + (i + 1) : slug;
      while (!taken.add(id)) {
        id += "-x";
      }
      options.add(new Option(new OptionId(id), (char) ('A' + i), labels.get(i)));
    }
    return new BallotPaper(options);
  }

  private static String slug(String label) {
    var words = Folding.words(label).replace(' ', '-');
    if (words.length() <= MAX_SLUG) {
      return words;
    }
    int end = words.lastIndexOf('-', MAX_SLUG);
    int whole = Character.isHighSurrogate(words.charAt(MAX_SLUG - 1)) ? MAX_SLUG - 1 : MAX_SLUG;
    return words.substring(0, end > 0 ? end : whole);
  }

  public boolean isEmpty() {
    return options.isEmpty();
  }

  public List<OptionId> ids() {
    return options.stream().map(Option::id).toList();
  }

  public Optional<Option> find(OptionId id) {
    return options.stream().filter(option -> option.id().equals(id)).findFirst();
  }

  /** The option of that id, which must be on the paper. */
  public Option option(OptionId id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no option " + id));
  }

  BallotPaper withLabel(OptionId id, String label) {
    return new BallotPaper(
        options.stream()
            .map(option -> option.id().equals(id) ? new Option(id, option.letter(), label) : option)
            .toList());
  }

  /** The label of that option, which must be on the paper. */
  public String label(OptionId id) {
    return option(id).label();
  }
}
