package dev.roundtable.web;

import dev.roundtable.chat.Ask;
import dev.roundtable.chat.PanelGuide;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.export.Html;
import dev.roundtable.export.HtmlExport.Part;
import dev.roundtable.export.HtmlPage;
import dev.roundtable.export.Tag;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How the playground looks, and what its form means. */
final class PlaygroundPage {
  private static final List<String> EXAMPLES =
      List.of("playground.example.agent", "playground.example.friday", "playground.example.open");

  private final Words words;

  PlaygroundPage(Words words) {
    this.words = words;
  }

  String document(Channel.Shown shown, String csrf, PanelGuide panels, boolean operator) {
    var page =
        new HtmlPage(words.say("playground.title"), words.say("playground.about"), words)
            .head(Answers.icon())
            .head(Answers.sheet(Asset.STYLE))
            .head(Answers.sheet(Asset.CHAT_STYLE))
            .head(Tag.script(Asset.SCRIPT.path()));
    var nav = Tag.of("nav").with("aria-label", words.say("playground.more"));
    if (operator) {
      nav.add(Tag.link("/debates", Html.text(words.say("operator.list"))));
    }
    page.masthead(
        Tag.link("/", Html.text(words.say("page.brand"))),
        Tag.of("span", words.say("playground.channel")).classed("faint"),
        nav);
    var feed =
        Tag.of("div")
            .with("id", "feed")
            .classed("feed")
            .with("data-live", "/playground/live?seen=" + shown.version());
    shown.parts().stream().map(Part::html).forEach(feed::add);
    var main =
        Tag.of(
                "main",
                Tag.of("h1", words.say("playground.title")).classed("unseen"),
                welcome(csrf, panels),
                feed,
                Tag.of("noscript", Tag.of("p", words.say("playground.noscript")).classed("note")),
                Tag.of("div")
                    .with("id", "notes")
                    .with("aria-live", "polite")
                    .with("data-unreachable", words.say("playground.unreachable"))
                    .classed("feed"))
            .with("id", "main")
            .classed("channel");
    return page.body(main).body(composer(csrf, panels)).document();
  }

  private Html welcome(String csrf, PanelGuide panels) {
    var examples =
        Tag.of("form", OperatorPages.hidden(Door.CSRF, csrf))
            .with("method", "post")
            .place("action", "/playground/command")
            .with("data-quiet", "")
            .classed("examples");
    EXAMPLES.stream()
        .map(key -> words.say(key))
        .forEach(
            text -> examples.add(Tag.of("button", text).with("name", "text").with("value", text)));
    var welcome =
        Tag.of(
                "section",
                Tag.of("h2", words.say("playground.welcome")),
                Tag.of("p", words.say("playground.about")),
                examples)
            .classed("welcome");
    var lines = Tag.of("ul");
    panels.lines().forEach(line -> lines.add(Tag.of("li", line)));
    return welcome.add(Tag.of("details", Tag.of("summary", words.say("playground.panels")), lines));
  }

  private Html composer(String csrf, PanelGuide panels) {
    var line =
        Tag.of(
                "form",
                OperatorPages.hidden(Door.CSRF, csrf),
                Tag.of("label", words.say("playground.command"))
                    .with("for", "command")
                    .classed("unseen"),
                Tag.of("input")
                    .with("id", "command")
                    .with("name", "text")
                    .with("type", "text")
                    .with("maxlength", 5000)
                    .with("autocomplete", "off")
                    .with("required", "")
                    .with("dir", "auto")
                    .with("placeholder", words.say("playground.command")),
                Tag.of("button", words.say("playground.ask")).classed("main-button"))
            .with("method", "post")
            .place("action", "/playground/command")
            .with("data-quiet", "")
            .classed("line");
    return Tag.of("section", form(csrf, panels), line)
        .classed("composer")
        .with("aria-label", words.say("playground.ask"));
  }

  private Html form(String csrf, PanelGuide panels) {
    var chosen = Tag.of("select").with("id", "ask-panel").with("name", "panel");
    chosen.add(Tag.of("option", words.say("playground.anyPanel")).with("value", " "));
    panels.names().forEach(name -> chosen.add(Tag.of("option", name).with("value", name)));
    var modes = Tag.of("select").with("id", "ask-mode").with("name", "mode");
    for (var mode : Mode.values()) {
      var name = mode.name().toLowerCase(Locale.ROOT);
      modes.add(Tag.of("option", words.say("playground.mode." + name)).with("value", name));
    }
    var rounds =
        Tag.of("input")
            .with("id", "ask-rounds")
            .with("name", "rounds")
            .with("type", "number")
            .with("min", 1)
            .with("max", Rules.MAX_ROUNDS)
            .with("placeholder", Rules.DEFAULT.lastRound());
    var fields =
        Tag.of(
                "form",
                OperatorPages.hidden(Door.CSRF, csrf),
                field(
                    "ask-question",
                    "playground.form.question",
                    area("question", 2, Question.MAX_LENGTH).with("required", "")),
                field("ask-options", "playground.form.options", area("options", 3, 900)),
                Tag.of(
                        "div",
                        field("ask-panel", "playground.form.panel", chosen),
                        field("ask-mode", "playground.form.mode", modes),
                        field("ask-rounds", "playground.form.rounds", rounds))
                    .classed("row"),
                field("ask-context", "playground.form.context", area("context", 2, 20_000)),
                Tag.of("button", words.say("playground.ask")).classed("main-button"))
            .with("method", "post")
            .place("action", "/playground/ask")
            .with("data-quiet", "")
            .classed("ask");
    return Tag.of("details", Tag.of("summary", words.say("playground.form")), fields)
        .with("id", "ask");
  }

  private static Tag area(String name, int rows, int most) {
    return Tag.of("textarea")
        .with("id", "ask-" + name)
        .with("name", name)
        .with("rows", rows)
        .with("maxlength", most)
        .with("dir", "auto");
  }

  private Html field(String id, String key, Html input) {
    return Tag.of("div", Tag.of("label", words.say(key)).with("for", id), input).classed("field");
  }

  /** What somebody has filled in. */
  static Ask ask(UnaryOperator<@Nullable String> form) {
    var options = new ArrayList<String>();
    for (var line : text(form, "options").split("[\\n|]", -1)) {
      if (!line.isBlank()) {
        options.add(line.strip());
      }
    }
    var panel = text(form, "panel").strip();
    var rounds = text(form, "rounds").strip();
    var context = text(form, "context");
    return new Ask(
        text(form, "question"),
        options,
        panel.isEmpty() ? null : panel,
        mode(text(form, "mode")),
        rounds.matches("\\d{1,3}") ? Integer.valueOf(rounds) : null,
        context.isBlank() ? null : context);
  }

  private static String text(UnaryOperator<@Nullable String> form, String name) {
    return Objects.requireNonNullElse(form.apply(name), "");
  }

  private static @Nullable Mode mode(String name) {
    for (var mode : Mode.values()) {
      if (mode.name().equalsIgnoreCase(name)) {
        return mode;
      }
    }
    return null;
  }
}
