package dev.roundtable.export;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Option;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws how votes went from round to round, and says the same in words. */
final class FlowPicture {
  private static final int TOP = 34;
  private static final int SIDE = 62;
  private static final int STEP = 190;
  private static final int BLOCK = 14;
  private static final int GAP = 14;
  private static final int TALL = 210;
  private static final double MOST_PER_SEAT = 24;
  // More than this is for those who look for it.
  private static final int MOST_IN_SIGHT = 8;

  private final Debate debate;
  private final Words words;
  private final Phrases phrases;
  private final VoteFlow flow;
  private final double unit;

  FlowPicture(Debate debate, Phrases phrases, VoteFlow flow) {
    this.debate = debate;
    this.words = phrases.words();
    this.phrases = phrases;
    this.flow = flow;
    this.unit = Math.min(MOST_PER_SEAT, (double) TALL / debate.panel().seats().size());
  }

  /** The picture with its words beside it. */
  Html figure() {
    return Tag.of(
            "figure",
            Tag.of("div", svg())
                .classed("wide")
                .with("tabindex", 0)
                .with("role", "region")
                .with("aria-label", words.say("page.flow")),
            Tag.of("figcaption", inWords()))
        .classed("flow stages-" + (flow.stages().size() > 3 ? "many" : flow.stages().size()));
  }

  private Html svg() {
    int stages = flow.stages().size();
    var picture =
        Tag.of("svg")
            .with("role", "img")
            .with("aria-label", words.say("page.flow.picture", stages))
            .with("viewBox", "0 0 " + width(stages) + " " + number(height()));
    for (int i = 1; i < stages; i++) {
      ribbons(i, picture);
    }
    for (int i = 0; i < stages; i++) {
      column(i, picture);
    }
    return picture;
  }

  private static int width(int stages) {
    return 2 * SIDE + BLOCK + (stages - 1) * STEP;
  }

  private double height() {
    return TOP + debate.panel().seats().size() * unit + (flow.sides().size() - 1) * GAP + 12;
  }

  private static double left(int stage) {
    return SIDE + (double) stage * STEP;
  }

  private void column(int index, Tag picture) {
    var stage = flow.stages().get(index);
    picture.add(
        Tag.of("text", words.say("page.round", stage.round()))
            .classed("head")
            .with("x", number(left(index) + BLOCK / 2.0))
            .with("y", 16)
            .with("text-anchor", "middle"));
    boolean last = index == flow.stages().size() - 1;
    for (int side = 0; side < flow.sides().size(); side++) {
      int count = stage.counts().get(side);
      if (count > 0) {
        double y = top(stage, side);
        picture.add(
            Tag.of("rect")
                .classed(hue(flow.sides().get(side)))
                .with("x", number(left(index)))
                .with("y", number(y))
                .with("width", BLOCK)
                .with("height", number(count * unit))
                .with("rx", 3));
        picture.add(label(index, side, y + count * unit / 2, last));
      }
    }
  }

  private Html label(int index, int side, double middle, boolean last) {
    double x = last ? left(index) + BLOCK + 9 : left(index) - 9;
    return Tag.of("text", letter(flow.sides().get(side)))
        .add(Tag.of("tspan", " " + flow.stages().get(index).counts().get(side)).classed("count"))
        .classed("letter")
        .with("x", number(x))
        .with("y", number(middle + 5))
        .with("text-anchor", last ? "start" : "end");
  }

  private void ribbons(int index, Tag picture) {
    var before = flow.stages().get(index - 1);
    var now = flow.stages().get(index);
    var leaving = new double[flow.sides().size()];
    var moving = new ArrayList<Html>();
    for (var stream : byOrigin(now.streams())) {
      double thick = stream.seats().size() * unit;
      double from = top(before, stream.from()) + leaving[stream.from()];
      leaving[stream.from()] += thick;
      double to = top(now, stream.to()) + arrived(now, stream);
      var ribbon =
          Tag.of("path")
              .classed("ribbon " + hue(flow.sides().get(stream.from())))
              .with("d", ribbon(left(index - 1) + BLOCK, from, left(index), to, thick));
      if (stream.moves()) {
        moving.add(ribbon.classed("ribbon moves " + hue(flow.sides().get(stream.from()))));
      } else {
        picture.add(ribbon);
      }
    }
    picture.add(moving);
  }

  // Streams leave in the order of where they go, and arrive in the order of where they come from,
  // so that none crosses another without need.
  private static List<VoteFlow.Stream> byOrigin(List<VoteFlow.Stream> streams) {
    return streams.stream()
        .sorted(
            Comparator.comparingInt(VoteFlow.Stream::from).thenComparingInt(VoteFlow.Stream::to))
        .toList();
  }

  private double arrived(VoteFlow.Stage now, VoteFlow.Stream stream) {
    return now.streams().stream()
        .filter(other -> other.to() == stream.to() && other.from() < stream.from())
        .mapToDouble(other -> other.seats().size() * unit)
        .sum();
  }

  private double top(VoteFlow.Stage stage, int side) {
    double top = TOP;
    for (int i = 0; i < side; i++) {
      top += stage.counts().get(i) * unit + (stage.counts().get(i) > 0 ? GAP : 0);
    }
    return top;
  }

  private static String ribbon(double x1, double y1, double x2, double y2, double thick) {
    double middle = (x1 + x2) / 2;
    return "M"
        + number(x1)
        + " "
        + number(y1)
        + "C"
        + number(middle)
        + " "
        + number(y1)
        + " "
        + number(middle)
        + " "
        + number(y2)
        + " "
        + number(x2)
        + " "
        + number(y2)
        + "v"
        + number(thick)
        + "C"
        + number(middle)
        + " "
        + number(y2 + thick)
        + " "
        + number(middle)
        + " "
        + number(y1 + thick)
        + " "
        + number(x1)
        + " "
        + number(y1 + thick)
        + "z";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
  }

  private Html inWords() {
    long moves =
        flow.stages().stream()
            .flatMap(stage -> stage.streams().stream())
            .filter(VoteFlow.Stream::moves)
            .count();
    return moves > MOST_IN_SIGHT
        ? Tag.of("details", Tag.of("summary", words.say("page.flow.inWords")), steps())
        : steps();
  }

  private Html steps() {
    var list = Tag.of("ul");
    for (int i = 1; i < flow.stages().size(); i++) {
      var before = flow.stages().get(i - 1).round();
      var stage = flow.stages().get(i);
      var moves = stage.streams().stream().filter(VoteFlow.Stream::moves).toList();
      int stayed =
          stage.streams().stream()
              .filter(stream -> !stream.moves() && flow.sides().get(stream.to()) != null)
              .mapToInt(stream -> stream.seats().size())
              .sum();
      var said = new ArrayList<String>();
      moves.forEach(move -> said.add(move(move)));
      said.add(words.say("page.flow.stayed", stayed));
      list.add(
          Tag.of("li", Tag.of("b", words.say("page.flow.step", before, stage.round())))
              .add(Direction.within(" " + String.join("; ", said) + ".")));
    }
    return list;
  }

  private String move(VoteFlow.Stream stream) {
    var names =
        words.list(
            stream.seats().stream()
                .map(seat -> VisibleText.line(debate.panel().seat(seat).name()))
                .toList());
    var from = flow.sides().get(stream.from());
    var to = flow.sides().get(stream.to());
    return words.say("page.flow.move", names, label(from), label(to));
  }

  private String label(@Nullable Option side) {
    return side == null ? words.say("page.flow.noVote") : phrases.label(debate.paper(), side.id());
  }

  private static String letter(@Nullable Option side) {
    return side == null ? "–" : String.valueOf(side.letter());
  }

  private static String hue(@Nullable Option side) {
    return side == null ? "o-none" : Looks.hue(side.letter());
  }
}
