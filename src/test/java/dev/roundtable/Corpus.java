package dev.roundtable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that nobody should trust, for every sink and every model. */
public final class Corpus {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|\\\\)");

  private Corpus() {}

  /** Strings that want to be more than text where they are shown. */
  public static List<String> hostile() {
    return read("/hostile.txt");
  }

  /** Words that want to be obeyed by a model. */
  public static List<String> injections() {
    return read("/injections.txt");
  }

  private static List<String> read(String resource) {
    try (var in = Objects.requireNonNull(Corpus.class.getResourceAsStream(resource))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(Corpus::unescaped).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescaped(String line) {
    return ESCAPE.matcher(line).replaceAll(Corpus::escaped);
  }

  private static String escaped(MatchResult escape) {
    var unit = escape.group(1);
    var text = unit == null ? "\\" : String.valueOf((char) Integer.parseInt(unit, 16));
    return Matcher.quoteReplacement(text);
  }
}
