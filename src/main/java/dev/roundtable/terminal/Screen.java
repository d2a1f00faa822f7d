package dev.roundtable.terminal;

import dev.roundtable.export.Ink;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the terminal front end writes.
 *
 * @param out what the reader asked for
 * @param live progress, which may be thrown away
 * @param rich whether what goes out may be coloured
 * @param liveRich whether progress may be coloured and overwritten; never where {@code rich} is not
 */
public record Screen(PrintStream out, PrintStream live, int width, boolean rich, boolean liveRich) {
  private static final int DEFAULT_WIDTH = 80;
  private static final int NARROWEST_RICH = 40;
  private static final int WIDEST = 100;

  /** Rich on a terminal that is wide enough, unless {@code NO_COLOR} (no-color.org) is set. */
  public static Screen of(
      PrintStream out, PrintStream live, boolean terminal, Map<String, String> environment) {
    int width = width(environment.get("COLUMNS"));
    boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || dumb(environment);
    boolean rich = terminal && !plain && width >= NARROWEST_RICH;
    return new Screen(out, live, Math.min(width, WIDEST), rich, rich);
  }

  private static boolean dumb(Map<String, String> environment) {
    return environment.getOrDefault("TERM", "").equals("dumb");
  }

  private static int width(@Nullable String columns) {
    return columns != null && columns.matches("[1-9]\\d{0,3}")
        ? Integer.parseInt(columns)
        : DEFAULT_WIDTH;
  }

  /** This screen with the width that the terminal itself tells; zero if it does not. */
  public Screen withWidth(int columns) {
    if (columns <= 0) {
      return this;
    }
    boolean wide = columns >= NARROWEST_RICH;
    return new Screen(out, live, Math.min(columns, WIDEST), rich && wide, liveRich && wide);
  }

  /**
   * This screen with progress in a file or a pipe, where what steers a terminal does not belong.
   */
  public Screen withPlainLive() {
    return new Screen(out, live, width, rich, false);
  }

  public Ink ink() {
    return rich ? new AnsiInk() : Ink.NONE;
  }

  public Ink liveInk() {
    return liveRich ? new AnsiInk() : Ink.NONE;
  }
}
