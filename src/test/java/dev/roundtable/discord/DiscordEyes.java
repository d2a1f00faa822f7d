package dev.roundtable.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads Discord's Markdown as the client does, as far as it matters: what is shown, and whatever in
 * it is more than words. It errs on the side of seeing too much.
 */
final class DiscordEyes {
  private static final Pattern ANGLE =
      Pattern.compile("<(@[!&]?\\d+|#\\d+|/[^>]+:\\d+|id:\\w+|t:-?\\d+(:\\w)?|a?:\\w+:\\d+)>");
  private static final Pattern QUIET_LINK = Pattern.compile("<[a-zA-Z][a-zA-Z0-9+.-]*://[^ >]+>");
  private static final Pattern LINK = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s<]+");
  private static final Pattern MASKED = Pattern.compile("\\[[^\\]]*]\\([^)]*\\)");
  private static final Pattern INVITE = Pattern.compile("(?i)discord(app)?\\.(gg|com/invite)/\\w+");
  private static final Pattern EVERYBODY = Pattern.compile("(?i)@(everyone|here)");
  private static final Pattern HEADING = Pattern.compile("[ \\t]*(#{1,3}|-#) \\S.*");
  private static final Pattern QUOTE = Pattern.compile("[ \\t]*>{1,3} ?.*");
  private static final Pattern LIST = Pattern.compile("[ \\t]*([-*+]|\\d{1,9}[.)]) +\\S?.*");

  private final String source;
  private final StringBuilder shown = new StringBuilder();
  private final List<String> found = new ArrayList<>();

  DiscordEyes(String source) {
    this.source = source;
    read();
  }

  String text() {
    return shown.toString();
  }

  List<String> found() {
    return found;
  }

  private void read() {
    int i = 0;
    boolean lineStart = true;
    while (i < source.length()) {
      if (lineStart) {
        block(i);
      }
      char c = source.charAt(i);
      lineStart = c == '\n';
      if (c == '\\' && i + 1 < source.length() && escapes(source.charAt(i + 1))) {
        shown.append(source.charAt(i + 1));
        i += 2;
      } else if (c == '`') {
        i = code(i);
      } else if (c == '<') {
        i = angle(i);
      } else {
        inline(i, c);
        shown.append(c);
        i++;
      }
    }
  }

  private static boolean escapes(char c) {
    return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
  }

  private void block(int at) {
    int end = source.indexOf('\n', at);
    var line = source.substring(at, end < 0 ? source.length() : end);
    if (HEADING.matcher(line).matches()) {
      found.add("heading");
    }
    if (QUOTE.matcher(line).matches()) {
      found.add("quote");
    }
    if (LIST.matcher(line).matches() && !line.startsWith("**")) {
      found.add("list");
    }
  }

  private int code(int at) {
    int ticks = 0;
    while (at + ticks < source.length() && source.charAt(at + ticks) == '`') {
      ticks++;
    }
    var fence = "`".repeat(ticks);
    int end = source.indexOf(fence, at + ticks);
    if (end < 0) {
      found.add("open code");
      shown.append(fence);
      return at + ticks;
    }
    found.add(ticks >= 3 ? "fence" : "code");
    shown.append(source, at + ticks, end);
    return end + ticks;
  }

  private int angle(int at) {
    var mention = ANGLE.matcher(source).region(at, source.length());
    if (mention.lookingAt()) {
      found.add("mention " + mention.group());
      shown.append(mention.group());
      return mention.end();
    }
    var link = QUIET_LINK.matcher(source).region(at, source.length());
    if (link.lookingAt()) {
      found.add("link " + link.group());
      shown.append(link.group());
      return link.end();
    }
    shown.append('<');
    return at + 1;
  }

  private void inline(int at, char c) {
    see("mention", EVERYBODY, at);
    see("masked link", MASKED, at);
    see("invite", INVITE, at);
    boolean begins = at == 0 || !Character.isLetterOrDigit(source.charAt(at - 1));
    if (begins) {
      see("open link", LINK, at);
    }
    if (c == '*' || c == '_') {
      found.add("style");
    }
    if (source.startsWith("~~", at) || source.startsWith("||", at)) {
      found.add("style");
    }
  }

  private void see(String what, Pattern pattern, int at) {
    var matcher = pattern.matcher(source).region(at, source.length());
    if (matcher.lookingAt()) {
      found.add(what + " " + matcher.group());
    }
  }
}
