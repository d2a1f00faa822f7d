package dev.roundtable.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which way text runs. It is the way of most of its letters, as a sentence of ours may well begin
 * with a word of somebody else's; what runs the other way within it is kept apart.
 */
public final class Direction {
  private static final String RIGHT_TO_LEFT =
      "[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}]";
  private static final Pattern RUN =
      Pattern.compile(RIGHT_TO_LEFT + "(?:[^\\p{L}]*" + RIGHT_TO_LEFT + ")*");
  // A score is never torn apart at the end of a line.
  private static final Pattern APART =
      Pattern.compile("(" + RUN + ")|(?<![–\\d])\\d+–\\d+(?![–\\d])");
  private static final String LEFT_TO_RIGHT_MARK = "\u200E";

  private Direction() {}

  static boolean isRightToLeft(String text) {
    if (!mayRunBackward(text)) {
      return false;
    }
    var run = RUN.matcher(text);
    long backward = 0;
    while (run.find()) {
      backward += letters(run.group());
    }
    return backward * 2 > letters(text);
  }

  // Every piece of every page comes by here, and in most there is nothing for the patterns to find.
  private static boolean mayRunBackward(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= '\u0590'
          && (unit < '\u0900' || unit >= '\uFB1D' || Character.isSurrogate(unit))) {
        return true;
      }
    }
    return false;
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  /** An element that says so where its text does not run as the page does. */
  static Tag mark(Tag element, String text) {
    return isRightToLeft(text) ? element.with("dir", "rtl") : element;
  }

  /** An element with that text. */
  public static Tag of(String name, String text) {
    return isRightToLeft(text) ? Tag.of(name, text).with("dir", "rtl") : Tag.of(name, within(text));
  }

  /** A piece of a line that runs from left to right. */
  public static Html within(String text) {
    if (text.indexOf('–') < 0 && !mayRunBackward(text)) {
      return Html.text(text);
    }
    var apart = APART.matcher(text);
    if (!apart.find()) {
      return Html.text(text);
    }
    var pieces = new ArrayList<Html>();
    int end = 0;
    do {
      pieces.add(Html.text(text.substring(end, apart.start())));
      pieces.add(
          apart.group(1) == null
              ? Tag.of("span", apart.group()).classed("score")
              : Tag.of("bdi", apart.group()));
      end = apart.end();
    } while (apart.find());
    pieces.add(Html.text(text.substring(end)));
    return Html.all(List.copyOf(pieces));
  }

  /** The same for a picture, where marks in the text do what elements do on a page. */
  static String marked(String text) {
    return mayRunBackward(text) && RUN.matcher(text).find()
        ? LEFT_TO_RIGHT_MARK + RUN.matcher(text).replaceAll("$0" + LEFT_TO_RIGHT_MARK)
        : text;
  }
}
