package dev.roundtable.web;

import dev.roundtable.export.Html;
import dev.roundtable.export.HtmlPage;
import dev.roundtable.export.Tag;
import dev.roundtable.transcript.Words;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people see when something cannot be shown. */
final class ErrorPage {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);
  private static final Words WORDS = Words.in(Locale.ENGLISH);

  private ErrorPage() {}

  static void refused(HttpResponseException problem, Context request) {
    request.status(problem.getStatus());
    show(request, sentence(problem, request));
  }

  // What the server itself refuses, it says in words for programmers.
  private static String sentence(HttpResponseException problem, Context request) {
    var said = String.valueOf(problem.getMessage());
    return switch (HttpStatus.forStatus(problem.getStatus())) {
      case NOT_FOUND -> said.startsWith("Endpoint ") ? WORDS.say("page.gone") : said;
      case METHOD_NOT_ALLOWED -> WORDS.say("web.method");
      case CONTENT_TOO_LARGE -> WORDS.say("web.tooLarge");
      case TOO_MANY_REQUESTS -> {
        request.header("Retry-After", String.valueOf(Door.RATE_SECONDS));
        yield WORDS.say("web.tooMany");
      }
      default -> said;
    };
  }

  static void broken(Exception problem, Context request) {
    LOG.error("a request for {} failed", request.endpoints().lastHttpEndpoint(), problem);
    request.status(HttpStatus.INTERNAL_SERVER_ERROR);
    show(request, WORDS.say("web.broken"));
  }

  static void missing(Context request) {
    if (request.result() == null
        || request.result().isEmpty()
        || request.result().equals("Not Found")) {
      show(request, WORDS.say("page.gone"));
    }
  }

  private static void show(Context request, String sentence) {
    var main =
        Tag.of(
                "main",
                Tag.of("h1", String.valueOf(request.status().getMessage())),
                Tag.of("p", sentence))
            .with("id", "main")
            .classed("list");
    var page =
        new HtmlPage(sentence, sentence, WORDS)
            .head(Answers.icon())
            .head(Answers.sheet(Asset.STYLE))
            .head(Answers.sheet(Asset.CHAT_STYLE))
            .masthead(Tag.link("/", Html.text(WORDS.say("page.brand"))));
    request.contentType("text/html; charset=utf-8").result(page.body(main).document());
  }
}
