package dev.roundtable.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** How pages look; a file that ships with the program. */
public final class StyleSheet implements Html {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("\\s*\\n\\s*");

  /** Of every page. */
  public static final StyleSheet PAGE = new StyleSheet("page.css");

  private final String css;

  private StyleSheet(String file) {
    try (var in = StyleSheet.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      css = SPACE.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("\n").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String css() {
    return css;
  }

  /** What a Content-Security-Policy names it by. */
  String source() {
    return "sha256-" + Base64.getEncoder().encodeToString(digest());
  }

  /** Changes whenever the sheet does. */
  public String version() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest()).substring(0, 12);
  }

  private byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
