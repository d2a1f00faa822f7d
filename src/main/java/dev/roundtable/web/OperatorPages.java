package dev.roundtable.web;

import dev.roundtable.debate.DebateId;
import dev.roundtable.export.Direction;
import dev.roundtable.export.Html;
import dev.roundtable.export.HtmlExport;
import dev.roundtable.export.HtmlPage;
import dev.roundtable.export.Tag;
import dev.roundtable.transcript.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** The list of debates, for whoever has the operator's token. */
final class OperatorPages {
  private static final int MOST = 100;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final WebPorts ports;
  private final Pages pages;
  private final Operators operators;
  private final Words words = Words.in(Locale.ENGLISH);

  OperatorPages(WebPorts ports, Pages pages, Operators operators) {
    this.ports = ports;
    this.pages = pages;
    this.operators = operators;
  }

  void routes(RoutesConfig routes) {
    routes.get("/operator", this::entrance);
    routes.post("/operator", this::enter);
    routes.post("/operator/leave", this::leave);
    routes.get("/debates", this::list);
    routes.post("/debates/revoke", this::revoke);
  }

  private void entrance(Context request) {
    if (!operators.haveToken()) {
      throw new NotFoundResponse(words.say("operator.off"));
    }
    Answers.html(request, entrance(false), false);
  }

  private String entrance(boolean refused) {
    var form =
        Tag.of(
                "form",
                // By which a password manager knows the token again.
                Tag.of("input")
                    .with("name", "username")
                    .with("autocomplete", "username")
                    .with("value", "operator")
                    .with("hidden", ""),
                Tag.of("label", words.say("operator.token")).with("for", "token"),
                Tag.of("input")
                    .with("id", "token")
                    .with("name", "token")
                    .with("type", "password")
                    .with("autocomplete", "current-password")
                    .with("required", ""),
                Tag.of("button", words.say("operator.enter")).classed("main-button"))
            .with("method", "post")
            .place("action", "/operator")
            .classed("entrance");
    var main = Tag.of("main", Tag.of("h1", words.say("operator.title"))).with("id", "main");
    main.classed("list");
    if (refused) {
      main.add(Tag.of("p", words.say("operator.wrong")).with("role", "alert").classed("alert"));
    }
    return page(words.say("operator.title")).body(main.add(form)).document();
  }

  private HtmlPage page(String title) {
    return new HtmlPage(title, title, words)
        .head(Answers.icon())
        .head(Answers.sheet(Asset.STYLE))
        .head(Answers.sheet(Asset.CHAT_STYLE))
        .masthead(Tag.link("/", Html.text(words.say("page.brand"))));
  }

  // A strict cookie does not come with a post from elsewhere, so the token alone decides here.
  private void enter(Context post) {
    if (operators.enter(post)) {
      post.redirect("/debates", HttpStatus.SEE_OTHER);
    } else {
      post.status(HttpStatus.FORBIDDEN);
      Answers.html(post, entrance(true), false);
    }
  }

  private void leave(Context post) {
    Door.checkOrigin(post, operator(post));
    operators.leave(post);
    post.redirect("/operator", HttpStatus.SEE_OTHER);
  }

  private String operator(Context request) {
    return operators
        .operatorCsrf(request)
        .orElseThrow(() -> new ForbiddenResponse(words.say("operator.needed")));
  }

  private void list(Context request) {
    var csrf = operators.operatorCsrf(request);
    if (csrf.isEmpty()) {
      request.redirect("/operator", HttpStatus.SEE_OTHER);
      return;
    }
    var wanted = Objects.requireNonNullElse(request.queryParam("q"), "");
    var main =
        Tag.of("main", Tag.of("h1", words.say("operator.list")), search(wanted))
            .with("id", "main")
            .classed("list");
    var found = ports.debates().latest(wanted, MOST);
    var items = Tag.of("ul").classed("debates");
    found.forEach(id -> ports.feed().now(id).ifPresent(seen -> items.add(item(seen, csrf.get()))));
    main.add(found.isEmpty() ? Tag.of("p", words.say("operator.none")) : items);
    main.add(form("/operator/leave", csrf.get(), words.say("operator.leave")));
    Answers.html(request, page(words.say("operator.list")).body(main).document(), false);
  }

  private Html search(String wanted) {
    return Tag.of(
            "form",
            Tag.of("label", words.say("operator.search")).with("for", "q").classed("unseen"),
            Tag.of("input")
                .with("id", "q")
                .with("name", "q")
                .with("type", "search")
                .with("value", wanted)
                .with("placeholder", words.say("operator.search")),
            Tag.of("button", words.say("operator.find")).classed("main-button"))
        .with("role", "search")
        .classed("search")
        .place("action", "/debates");
  }

  private Html item(DebateFeed.Snapshot seen, String csrf) {
    var debate = seen.debate();
    var title = HtmlExport.title(debate);
    var path = pages.path(debate);
    var line = Tag.of("li");
    line.add(
        Tag.of(
                "p",
                path.<Html>map(there -> Tag.link(there, Direction.within(title)))
                    .orElse(Direction.within(title)))
            .classed("title"));
    line.add(Direction.of("p", HtmlExport.outcome(debate, words)));
    var about = DAY.format(seen.moments().opened()) + " · " + debate.opened().venue().platform();
    line.add(
        Tag.of("p", path.isPresent() ? about : about + " · " + words.say("operator.noPage"))
            .classed("faint"));
    if (path.isPresent()) {
      line.add(
          form("/debates/revoke", csrf, words.say("operator.revoke"))
              .add(hidden("debate", debate.id().value())));
    }
    return line;
  }

  private static Tag form(String action, String csrf, String says) {
    return Tag.of("form", hidden(Door.CSRF, csrf), Tag.of("button", says))
        .with("method", "post")
        .place("action", action);
  }

  static Tag hidden(String name, String value) {
    return Tag.of("input").with("type", "hidden").with("name", name).with("value", value);
  }

  private void revoke(Context post) {
    Door.checkOrigin(post, operator(post));
    ports.tokens().revoke(new DebateId(Objects.requireNonNullElse(post.formParam("debate"), "")));
    post.redirect("/debates", HttpStatus.SEE_OTHER);
  }
}
