package dev.roundtable.web;

import dev.roundtable.chat.Answer;
import dev.roundtable.export.Html;
import dev.roundtable.export.HtmlBlocks;
import dev.roundtable.export.Ink;
import dev.roundtable.export.Tag;
import dev.roundtable.export.TextExport;
import dev.roundtable.transcript.Words;

/** What the playground does with an answer: words for one's own eyes, or a form that opens. */
final class Said {
  /**
   * What the page does.
   *
   * @param html to show, empty for nothing
   * @param focus the id of what to go to, empty for nothing
   */
  record Deed(String html, String focus) {}

  private static final int WIDTH = 76;

  private final Words words;
  private final String csrf;

  Said(Words words, String csrf) {
    this.words = words;
    this.csrf = csrf;
  }

  Deed of(Answer answer) {
    return switch (answer) {
      case Answer.Opened _, Answer.Heard _, Answer.Silence _ -> new Deed("", "");
      case Answer.Told(var blocks) -> shown(new HtmlBlocks(words).of(blocks));
      case Answer.Form _ -> new Deed("", "ask-question");
      case Answer.FollowUpForm(var debate) -> new Deed("", debate + ".reply.text");
      case Answer.Confirm(var blocks, var start) ->
          shown(
              new HtmlBlocks(words).of(blocks),
              Tag.of(
                      "form",
                      OperatorPages.hidden(Door.CSRF, csrf),
                      Tag.of("button", words.say("playground.start"))
                          .with("name", "control")
                          .with("value", start.id()))
                  .with("method", "post")
                  .place("action", "/playground/press")
                  .with("data-quiet", "")
                  .classed("controls"));
      case Answer.Document(_, var transcript) ->
          shown(
              Tag.of("pre", new TextExport(WIDTH, Ink.NONE).write(transcript))
                  .with("tabindex", 0)
                  .with("role", "region")
                  .with("aria-label", words.say("playground.transcript")));
      case Answer.SettingsForm _ -> shown(Tag.of("p", words.say("playground.settings")));
    };
  }

  private Deed shown(Html... content) {
    var note =
        Tag.of("div", Tag.of("p", words.say("playground.onlyYou")).classed("faint"))
            .add(content)
            .classed("note");
    return new Deed(note.write(), "");
  }
}
