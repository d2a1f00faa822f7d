package dev.roundtable.web;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.export.CardImage;
import dev.roundtable.export.Html;
import dev.roundtable.export.HtmlExport;
import dev.roundtable.export.HtmlPage;
import dev.roundtable.export.Ink;
import dev.roundtable.export.JsonExport;
import dev.roundtable.export.MarkdownExport;
import dev.roundtable.export.Tag;
import dev.roundtable.export.TextExport;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import dev.roundtable.web.DebateFeed.Snapshot;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Locale;

/** The pages of debates, each reached by its token. */
final class TranscriptPages {
  private static final List<String> FORMATS = List.of("html", "md", "txt", "json", "png");
  private static final int TEXT_WIDTH = 80;

  private final DebateFeed feed;
  private final PageTokens tokens;
  private final Pages pages;
  private final LiveStream stream;
  private final LiveDebates live;
  private final Pictures pictures = new Pictures();

  TranscriptPages(DebateFeed feed, PageTokens tokens, Pages pages, LiveStream stream) {
    this.feed = feed;
    this.tokens = tokens;
    this.pages = pages;
    this.stream = stream;
    this.live = new LiveDebates(feed);
  }

  void routes(RoutesConfig routes) {
    routes.get("/p/{token}", this::page);
    routes.get("/p/{token}/live", this::live);
    routes.get("/p/{token}/{file}", this::file);
  }

  void close() {
    live.close();
  }

  private Snapshot find(Context request) {
    return tokens
        .debate(request.pathParam("token"))
        .flatMap(feed::now)
        .filter(snapshot -> pages.mayShow(snapshot.debate()))
        .orElseThrow(() -> new NotFoundResponse(gone()));
  }

  private static String gone() {
    return Words.in(Locale.ENGLISH).say("page.gone");
  }

  static Words words(Debate debate) {
    return Words.in(Locale.forLanguageTag(debate.opened().venue().language()));
  }

  private void page(Context request) {
    var snapshot = find(request);
    Answers.html(request, document(snapshot, request.path()), snapshot.debate().settled());
  }

  private String document(Snapshot snapshot, String path) {
    var debate = snapshot.debate();
    var words = words(debate);
    var title = HtmlExport.title(debate);
    var description = HtmlExport.description(debate, words);
    var page = new HtmlPage(title, description, words);
    preview(page, debate, path, title, description);
    page.head(Answers.icon())
        .head(Answers.sheet(Asset.STYLE))
        .head(Tag.script(Asset.SCRIPT.path()));
    page.masthead(Tag.of("span", words.say("page.brand")), downloads(debate.id(), path, words));
    var main = HtmlExport.main(debate, words, snapshot.day());
    return page.body(debate.settled() ? main : living(main, path, snapshot.seq(), words))
        .document();
  }

  // Whoever previews a link wants absolute addresses.
  private void preview(
      HtmlPage page, Debate debate, String path, String title, String description) {
    page.head(property("og:type", "article"))
        .head(property("og:site_name", words(debate).say("page.brand")))
        .head(property("og:title", title))
        .head(property("og:description", description));
    pages
        .absolute(path + "/debate.png")
        .ifPresent(picture ->
            page.head(property("og:image", picture))
                .head(property("og:image:width", String.valueOf(CardImage.WIDTH)))
                .head(property("og:image:height", String.valueOf(CardImage.HEIGHT)))
                .head(property("og:image:alt", CardImage.altText(debate, words(debate))))
                .head(HtmlPage.meta("twitter:card", "summary_large_image")));
  }

  private static Html property(String name, String content) {
    return Tag.of("meta").with("property", name).with("content", content);
  }

  private static Html downloads(DebateId debate, String path, Words words) {
    var says = words.say("page.download");
    var nav = Tag.of("nav", Tag.of("span", says).classed("faint")).with("aria-label", says);
    for (var format : FORMATS) {
      nav.add(
          Tag.link(path + "/debate." + format, Html.text(words.say("page.download." + format)))
              .with("download", "debate-" + debate + "." + format));
    }
    return nav;
  }

  private static Html living(Html main, String path, long seen, Words words) {
    return Html.all(
        List.of(
            ((Tag) main).with("data-live", path + "/live?seen=" + seen),
            Tag.of("noscript", Tag.of("p", words.say("page.reload")).classed("reload"))));
  }

  private void live(Context request) throws InterruptedException {
    var debate = find(request).debate().id();
    try (var watched = live.watch(debate)) {
      stream.serve(request, watched.parts());
    }
  }

  private void file(Context request) {
    var file = request.pathParam("file");
    var format = file.substring(file.lastIndexOf('.') + 1);
    if (!file.equals("debate." + format) || !FORMATS.contains(format)) {
      throw new NotFoundResponse(gone());
    }
    var snapshot = find(request);
    var debate = snapshot.debate();
    var words = words(debate);
    switch (format) {
      case "png" -> Answers.bytes(request, "image/png", pictures.of(snapshot));
      case "html" -> Answers.file(request, "text/html", HtmlExport.write(debate, words));
      case "json" -> Answers.file(request, "application/json", JsonExport.write(debate, words));
      case "md" ->
          Answers.file(
              request, "text/markdown", MarkdownExport.write(Transcripts.of(debate, words)));
      default ->
          Answers.file(
              request,
              "text/plain",
              new TextExport(TEXT_WIDTH, Ink.NONE).write(Transcripts.of(debate, words)));
    }
  }
}
