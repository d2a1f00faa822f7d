package dev.roundtable.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must be true of an address before anything is sent to it. */
final class Urls {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|.+\\.localhost");
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)[?&;](password|sslpassword|pass|pwd)=|//[^/@]*:[^/@]*@");

  private Urls() {}

  /** Why a text that looks like a URL cannot be called. */
  static Optional<String> problem(String text) {
    if (!text.matches("https?://[^\\s/@?#].*")) {
      // The schema has said so.
      return Optional.empty();
    }
    try {
      var url = new URI(text);
      if (url.getHost() == null) {
        return Optional.of("its host or port cannot be read");
      }
      return url.getPort() > 65_535 ? Optional.of("its port is above 65535") : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.of("a character at position " + (e.getIndex() + 1) + " is not allowed");
    }
  }

  /** Whether what is sent there can be read on its way. */
  static boolean leavesInTheOpen(String url) {
    return url.startsWith("http://") && !isLoopback(url);
  }

  private static boolean isLoopback(String url) {
    try {
      var host = new URI(url).getHost();
      return host != null && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    } catch (URISyntaxException _) {
      // Said elsewhere.
      return true;
    }
  }

  static boolean holdsPassword(String jdbcUrl) {
    return PASSWORD.matcher(jdbcUrl).find();
  }
}
