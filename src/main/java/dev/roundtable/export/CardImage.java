package dev.roundtable.export;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.Tally;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.VoteGrid;
import dev.roundtable.transcript.Words;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** A debate as a picture that goes with a link or a verdict. */
public final class CardImage {
  public static final int WIDTH = 1200;
  public static final int HEIGHT = 630;

  /** What Slack and Discord take as a description of a picture. */
  private static final int MAX_ALT = 1000;

  private static final Color GROUND = new Color(0xf6f5f2);
  private static final Color CARD = Color.WHITE;
  private static final Color INK = new Color(0x1a1c20);
  private static final Color SOFT = new Color(0x565b66);
  private static final Color LINE = new Color(0xe2dfd8);
  private static final Color ACCENT = new Color(0x1f4f8f);
  private static final Color WARM = new Color(0xfdf0cc);
  // The colours of page.css.
  private static final List<Color> HUES =
      List.of(
          new Color(0x2457c5),
          new Color(0xb83c0b),
          new Color(0x0d6e64),
          new Color(0x7434d6),
          new Color(0x8a5605),
          new Color(0xb3154f),
          new Color(0x43700c),
          new Color(0x05648f),
          new Color(0x57534e),
          new Color(0x8c1d1d));
  private static final int EDGE = 56;
  private static final int MIDDLE = 560;
  private static final int MOST_NAMED = 7;
  private static final int MOST_ROUNDS = 5;
  private static final int MOST_OPTIONS = 5;

  private final Debate debate;
  private final Words words;
  private final Phrases phrases;
  private final CardCanvas canvas = new CardCanvas(WIDTH, HEIGHT, GROUND);
  private final VoteGrid grid;

  private CardImage(Debate debate, Words words) {
    this.debate = debate;
    this.words = words;
    this.phrases = new Phrases(words);
    this.grid = VoteGrid.of(debate, phrases);
  }

  /** The picture as PNG. The same debate gives the same bytes. */
  public static byte[] png(Debate debate, Words words) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new CardImage(debate, words).draw(), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The picture in words, at most a thousand characters; first that it is scripted, if so. */
  public static String altText(Debate debate, Words words) {
    var phrases = new Phrases(words);
    var votes =
        debate.lastVotes().entrySet().stream()
            .map(entry ->
                VisibleText.line(debate.panel().seat(entry.getKey()).name())
                    + ": "
                    + phrases.label(debate.paper(), entry.getValue().option()))
            .collect(Collectors.joining(", "));
    var said =
        words.say(
            "picture.alt",
            HtmlExport.title(debate),
            HtmlExport.outcome(debate, words),
            votes.isEmpty() ? words.say("picture.noVotes") : votes);
    var text = debate.panel().scripted() ? words.say("scripted") + " " + said : said;
    int characters = text.codePointCount(0, text.length());
    return characters <= MAX_ALT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_ALT - 1)) + "…";
  }

  private BufferedImage draw() {
    canvas.box(EDGE, 32, 16, 16, 16, ACCENT);
    canvas.line(words.say("page.brand"), true, 22, EDGE + 26, 48, 400, INK);
    var about =
        words.say(
            "picture.about",
            VisibleText.line(debate.panel().name()),
            debate.panel().seats().size());
    double wide = Math.min(500, canvas.width(about, false, 20));
    canvas.line(about, false, 20, WIDTH - EDGE - wide, 48, wide + 1, SOFT);
    var question = VisibleText.line(debate.question().text());
    double width = WIDTH - 2.0 * EDGE;
    var made = words.say(debate.panel().scripted() ? "scripted" : "ai");
    canvas.line(made, false, 17, EDGE, 75, width, SOFT);
    double below =
        canvas.paragraph(
            question, new float[] {46, 38, 31}, new int[] {2, 2, 3}, EDGE, 82, width, INK);
    below =
        canvas.paragraph(
            Direction.marked(HtmlExport.outcome(debate, words)),
            new float[] {28, 24},
            new int[] {1, 2},
            EDGE,
            below + 20,
            width,
            ACCENT);
    double top = below + 28;
    canvas.box(EDGE - 20, top, WIDTH - 2.0 * (EDGE - 20), HEIGHT - top - 30, 24, CARD);
    if (!debate.paper().isEmpty()) {
      counts(top + 22, HEIGHT - 52);
    }
    seats(top + 22, HEIGHT - 52);
    return canvas.finish();
  }

  private void counts(double top, double bottom) {
    var tally = debate.tally();
    var lines =
        tally.lines().stream()
            .sorted(Comparator.comparingLong(Tally.Line::weight).reversed())
            .toList();
    int shown = Math.min(lines.size(), MOST_OPTIONS);
    double step = Math.min(62, (bottom - top) / (shown + (lines.size() > shown ? 0.5 : 0)));
    double width = MIDDLE - EDGE - 44.0;
    for (int i = 0; i < shown; i++) {
      var line = lines.get(i);
      var option = debate.paper().option(line.option());
      double y = top + i * step;
      chip(option, EDGE, y, 30);
      var votes = String.valueOf(line.votes());
      canvas.line(
          phrases.label(debate.paper(), option.id()),
          i == 0,
          21,
          EDGE + 42,
          y + 22,
          width - 90,
          INK);
      canvas.line(votes, true, 22, EDGE + width - canvas.width(votes, true, 22), y + 22, 60, INK);
      double share = tally.weight() == 0 ? 0 : (double) line.weight() / tally.weight();
      if (step > 44) {
        canvas.box(EDGE + 42, y + 33, width - 42, 8, 8, LINE);
        canvas.box(EDGE + 42, y + 33, (width - 42) * share, 8, 8, hue(option));
      }
    }
    if (lines.size() > shown) {
      canvas.line(
          words.say("picture.moreOptions", lines.size() - shown),
          false,
          18,
          EDGE + 42,
          top + shown * step + 16,
          width,
          SOFT);
    }
  }

  private void seats(double top, double bottom) {
    if (grid.isEmpty()) {
      canvas.line(
          Status.of(debate, phrases),
          false,
          22,
          MIDDLE + 20,
          top + 24,
          WIDTH - EDGE - MIDDLE - 20.0,
          SOFT);
    } else if (grid.rows().size() > MOST_NAMED) {
      mosaic(top, bottom);
    } else {
      table(top, bottom);
    }
  }

  private void table(double top, double bottom) {
    int first = Math.max(0, grid.rounds().size() - MOST_ROUNDS);
    int columns = grid.rounds().size() - first;
    double step = 74;
    double chips = WIDTH - EDGE - columns * step;
    for (int i = 0; i < columns; i++) {
      var head = words.say("page.round", grid.rounds().get(first + i));
      canvas.centred(head, 16, chips + i * step + step / 2, top + 12, SOFT);
    }
    double rows = top + 24;
    double high = Math.min(46, (bottom - rows) / grid.rows().size());
    for (int i = 0; i < grid.rows().size(); i++) {
      var row = grid.rows().get(i);
      double y = rows + i * high;
      canvas.rule(MIDDLE + 20, y, WIDTH - EDGE - MIDDLE - 20.0, LINE);
      canvas.line(row.name(), true, 20, MIDDLE + 20, y + high / 2 + 7, chips - MIDDLE - 32, INK);
      double size = Math.min(30, high - 8);
      for (int j = 0; j < columns; j++) {
        double x = chips + j * step;
        cell(row.cells().get(first + j), x, y, step, high, size);
      }
    }
  }

  // Too many seats to name: each as it stands now.
  private void mosaic(double top, double bottom) {
    double width = WIDTH - EDGE - MIDDLE - 20.0;
    int seats = grid.rows().size();
    double cell = 60;
    while (Math.floor(width / cell) * Math.floor((bottom - top) / cell) < seats) {
      cell -= 1;
    }
    int across = (int) Math.floor(width / cell);
    for (int i = 0; i < seats; i++) {
      double x = MIDDLE + 20 + i % across * cell;
      int row = i / across;
      double y = top + row * cell;
      cell(grid.rows().get(i).cells().getLast(), x, y, cell, cell, cell - 10);
    }
  }

  private void cell(
      VoteGrid.Cell cell, double x, double y, double width, double height, double size) {
    double left = x + (width - size) / 2;
    double up = y + (height - size) / 2;
    switch (cell) {
      case VoteGrid.Voted(var option) -> chip(option, left, up, size);
      case VoteGrid.Moved(_, var to) -> {
        canvas.box(x + 2, y + 2, width - 4, height - 3, 12, WARM);
        chip(to, left, up, size);
      }
      case VoteGrid.Said() -> canvas.box(left, up, size, size, 10, LINE);
      case VoteGrid.Absent _ -> canvas.centred("–", 20, x + width / 2, y + height / 2 + 7, SOFT);
      case VoteGrid.Awaited() -> canvas.centred("…", 20, x + width / 2, y + height / 2 + 4, SOFT);
    }
  }

  private void chip(Option option, double x, double y, double size) {
    canvas.box(x, y, size, size, size / 3, hue(option));
    float letter = (float) (size * 0.58);
    canvas.centred(
        String.valueOf(option.letter()),
        letter,
        x + size / 2,
        y + size / 2 + letter * 0.36,
        Color.WHITE);
  }

  private static Color hue(Option option) {
    return HUES.get((option.letter() - 'A') % HUES.size());
  }
}
