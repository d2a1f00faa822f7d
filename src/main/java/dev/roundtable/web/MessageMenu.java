package dev.roundtable.web;

import dev.roundtable.debate.DebateId;
import dev.roundtable.export.Html;
import dev.roundtable.export.Tag;
import dev.roundtable.transcript.Words;

/** What can be done with a posted message besides what is printed under it. */
final class MessageMenu {
  private final DebateId debate;
  private final String csrf;
  private final Words words;

  MessageMenu(DebateId debate, String csrf, Words words) {
    this.debate = debate;
    this.csrf = csrf;
    this.words = words;
  }

  /**
   * The menu of the message of that key.
   *
   * @param whose who has said it, to tell menus apart where they are read aloud
   * @param answers whether there is an answer in it to hide
   */
  Html of(String key, String whose, boolean answers) {
    var form =
        Tag.of(
                "form",
                OperatorPages.hidden(Door.CSRF, csrf),
                OperatorPages.hidden("debate", debate.value()),
                OperatorPages.hidden("message", key),
                deed("report", words.say("playground.report")))
            .with("method", "post")
            .place("action", "/playground/moderate")
            .with("data-quiet", "");
    if (answers) {
      form.add(deed("hide", words.say("playground.hide")));
    }
    var summary = Tag.of("summary", "⋯").with("aria-label", words.say("playground.menu", whose));
    return Tag.of("details", summary, form).classed("menu");
  }

  private static Html deed(String what, String says) {
    return Tag.of("button", says).with("name", "deed").with("value", what);
  }
}
