package dev.roundtable.export;

import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;

/** A whole document around what is shown, in one of two ways: alone as a file, or from a server. */
public final class HtmlPage {
  private final String title;
  private final Words words;
  private final List<Html> head = new ArrayList<>();
  private final List<Html> body = new ArrayList<>();

  public HtmlPage(String title, String description, Words words) {
    this.title = title;
    this.words = words;
    head.add(meta("viewport", "width=device-width, initial-scale=1"));
    head.add(meta("color-scheme", "light dark"));
    head.add(meta("robots", "noindex, nofollow"));
    head.add(meta("referrer", "no-referrer"));
    head.add(meta("description", description));
    body.add(Tag.link("#main", Html.text(words.say("page.skip"))).classed("skip"));
  }

  /** A named line of the head. */
  public static Html meta(String name, String content) {
    return Tag.of("meta").with("name", name).with("content", content);
  }

  /** With everything it needs inside, and leave for nothing else. */
  HtmlPage alone(Html main) {
    var policy =
        "default-src 'none'; style-src '"
            + StyleSheet.PAGE.source()
            + "'; base-uri 'none'; form-action 'none'";
    head.addFirst(
        Tag.of("meta").with("http-equiv", "Content-Security-Policy").with("content", policy));
    head.add(Tag.style(StyleSheet.PAGE));
    return masthead(Tag.of("span", words.say("page.brand"))).body(main);
  }

  public HtmlPage head(Html more) {
    head.add(more);
    return this;
  }

  /** What stands above the main part. */
  public HtmlPage masthead(Html... more) {
    body.add(Tag.of("header", Tag.of("div", more).classed("bar-inner")).classed("masthead"));
    return this;
  }

  public HtmlPage body(Html more) {
    body.add(more);
    return this;
  }

  /** The document. */
  public String document() {
    var page = new StringBuilder("<!DOCTYPE html>\n");
    Html.write(
        Tag.of(
                "html",
                Tag.of(
                        "head",
                        Tag.of("meta").with("charset", "utf-8"),
                        Tag.of("title", title + " · " + words.say("page.brand")))
                    .add(head),
                Tag.of("body").add(body))
            .with("lang", words.language()),
        page);
    return page.append('\n').toString();
  }
}
