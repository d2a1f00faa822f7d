package dev.roundtable.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Something to draw text and boxes on. Lengths are pixels. */
final class CardCanvas {
  private final BufferedImage image;
  private final Graphics2D graphics;

  CardCanvas(int width, int height, Color ground) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(ground);
    graphics.fillRect(0, 0, width, height);
  }

  BufferedImage finish() {
    graphics.dispose();
    return image;
  }

  void box(double x, double y, double width, double height, double round, Color color) {
    graphics.setColor(color);
    graphics.fill(new RoundRectangle2D.Double(x, y, width, height, round, round));
  }

  void rule(double x, double y, double width, Color color) {
    graphics.setColor(color);
    graphics.fill(new Rectangle2D.Double(x, y, width, 1));
  }

  /** One line, cut with an ellipsis where it does not fit; answers how wide it came out. */
  double line(
      String text, boolean bold, float size, double x, double baseline, double width, Color color) {
    var layout = fitted(text, bold, size, width);
    graphics.setColor(color);
    layout.draw(graphics, (float) x, (float) baseline);
    return layout.getAdvance();
  }

  void centred(String text, float size, double x, double baseline, Color color) {
    var layout = layout(text, true, size);
    graphics.setColor(color);
    layout.draw(graphics, (float) (x - layout.getAdvance() / 2), (float) baseline);
  }

  double width(String text, boolean bold, float size) {
    return layout(text, bold, size).getAdvance();
  }

  /**
   * A paragraph in the largest of the sizes in which it has no more than its lines; in the smallest
   * it is cut. It stands at the side at which it begins.
   *
   * @param lines how many fit for each size
   * @return the baseline of its last line
   */
  double paragraph(
      String text, float[] sizes, int[] lines, double x, double top, double width, Color color) {
    int choice = 0;
    while (choice < sizes.length - 1 && lines(text, sizes[choice], width).size() > lines[choice]) {
      choice++;
    }
    float size = sizes[choice];
    boolean forward = layout(text, true, size).isLeftToRight();
    var broken = lines(text, size, width);
    double baseline = top;
    for (int i = 0; i < Math.min(broken.size(), lines[choice]); i++) {
      baseline += i == 0 ? size : size * 1.22;
      boolean cut = i == lines[choice] - 1 && broken.size() > lines[choice];
      var shown = cut ? broken.get(i).strip() + "…" : broken.get(i).strip();
      var layout = fitted(shown, true, size, width);
      graphics.setColor(color);
      double left = forward ? x : x + width - layout.getAdvance();
      layout.draw(graphics, (float) left, (float) baseline);
    }
    return baseline;
  }

  private List<String> lines(String text, float size, double width) {
    var dressed = CardFonts.dress(text, true, size).getIterator();
    var plain = new StringBuilder();
    for (char c = dressed.first(); dressed.getIndex() < dressed.getEndIndex(); c = dressed.next()) {
      plain.append(c);
    }
    var measurer = new LineBreakMeasurer(dressed, graphics.getFontRenderContext());
    var lines = new ArrayList<String>();
    int start = 0;
    while (start < plain.length()) {
      measurer.nextLayout((float) width);
      lines.add(plain.substring(start, measurer.getPosition()));
      start = measurer.getPosition();
    }
    return lines;
  }

  private TextLayout fitted(String text, boolean bold, float size, double width) {
    var whole = layout(text, bold, size);
    int characters = text.codePointCount(0, text.length());
    while (whole.getAdvance() > width && characters > 1) {
      characters--;
      var cut = text.substring(0, text.offsetByCodePoints(0, characters)).stripTrailing() + "…";
      whole = layout(cut, bold, size);
    }
    return whole;
  }

  private TextLayout layout(String text, boolean bold, float size) {
    return new TextLayout(
        CardFonts.dress(text, bold, size).getIterator(), graphics.getFontRenderContext());
  }
}
