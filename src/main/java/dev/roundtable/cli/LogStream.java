package dev.roundtable.cli;

import dev.roundtable.safety.Redaction;
import dev.roundtable.safety.VisibleText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Stands before the log: what is printed through it holds no credential, steers no terminal, and
 * begins one line, whatever it contains.
 */
public final class LogStream extends PrintStream {
  private static final String CONTINUED = "\n    ";

  public LogStream(OutputStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  private static String inert(String text) {
    return VisibleText.of(Redaction.redact(text)).replace("\n", CONTINUED);
  }

  @Override
  public void print(String text) {
    super.print(inert(String.valueOf(text)));
  }

  @Override
  public void print(Object object) {
    print(String.valueOf(object));
  }

  @Override
  public void print(char[] text) {
    print(String.valueOf(text));
  }

  @Override
  public void println(String text) {
    super.print(inert(String.valueOf(text)) + "\n");
  }

  @Override
  public void println(Object object) {
    println(String.valueOf(object));
  }

  @Override
  public void println(char[] text) {
    println(String.valueOf(text));
  }

  @Override
  public PrintStream append(CharSequence text) {
    print(String.valueOf(text));
    return this;
  }

  @Override
  @SuppressWarnings("AnnotateFormatMethod")
  public PrintStream format(String format, Object... arguments) {
    print(String.format(Locale.ROOT, format, arguments));
    return this;
  }

  @Override
  @SuppressWarnings("AnnotateFormatMethod")
  public PrintStream printf(String format, Object... arguments) {
    return format(format, arguments);
  }
}
