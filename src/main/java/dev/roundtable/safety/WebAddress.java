package dev.roundtable.safety;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Which addresses out of untrusted text may become links. */
public final class WebAddress {
  private static final int MAX_LENGTH = 2000;

  private WebAddress() {}

  /** The address if it is http or https, names a host and carries no credentials; else nothing. */
  public static Optional<URI> of(String url) {
    if (url.length() > MAX_LENGTH || !url.equals(VisibleText.line(url))) {
      return Optional.empty();
    }
    try {
      var uri = new URI(url);
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      return web && uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
