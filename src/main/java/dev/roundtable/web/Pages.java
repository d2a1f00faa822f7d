package dev.roundtable.web;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Venue;
import java.net.URI;
import java.util.Optional;

/** Which debates have a page, and where it is. */
public final class Pages {
  private final WebSettings settings;
  private final PageTokens tokens;

  public Pages(WebSettings settings, PageTokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  /**
   * Whether the debate may be shown: pages are on, and everybody in its workspace could read it.
   */
  public boolean mayShow(Debate debate) {
    return settings.pages() && debate.opened().venue().reach() == Venue.Reach.PUBLIC;
  }

  /** Where the page is on this server; nothing if the debate has none. */
  Optional<String> path(Debate debate) {
    return mayShow(debate) ? Optional.of("/p/" + tokens.of(debate.id())) : Optional.empty();
  }

  /** The link to post in a chat; nothing without a page or an address that people can reach. */
  public Optional<URI> link(Debate debate) {
    return settings.publicUrl().flatMap(base -> path(debate).map(path -> at(base, path)));
  }

  private static URI at(URI base, String path) {
    return URI.create(base.toString().replaceAll("/+$", "") + path);
  }

  /** The absolute address of a path of this server, as machines that preview links want it. */
  Optional<String> absolute(String path) {
    return settings.publicUrl().map(base -> at(base, path).toString());
  }
}
