package dev.roundtable.discord;

import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Ask;
import dev.roundtable.chat.Control;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Mode;
import dev.roundtable.transcript.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;

/** The forms that people fill in, and what they say when they come back. */
final class Forms {
  static final String ASK = "rt1:form";

  private static final String QUESTION = "question";
  private static final String OPTIONS = "options";
  private static final String PANEL = "panel";
  private static final String MODE = "mode";
  private static final String CONTEXT = "context";
  private static final String TEXT = "text";

  private Forms() {}

  static Modal ask(Answer.Form form, Words words) {
    var prefill = form.prefill();
    var modal =
        Modal.create(ASK, title(words.say("discord.form")))
            .addComponents(
                label(
                    words.say("discord.form.question"),
                    paragraph(QUESTION, prefill.question(), true)),
                label(
                    words.say("discord.form.options"),
                    paragraph(OPTIONS, String.join("\n", prefill.options()), false)));
    if (!form.panels().isEmpty()) {
      modal.addComponents(
          label(words.say("discord.form.panel"), panels(form.panels(), prefill.panel())));
    }
    modal.addComponents(label(words.say("discord.form.mode"), modes(words, prefill.mode())));
    modal.addComponents(
        label(words.say("discord.form.context"), paragraph(CONTEXT, prefill.context(), false)));
    return modal.build();
  }

  static Modal followUp(DebateId debate, Words words) {
    return Modal.create(new Control.AskFollowUp(debate).id(), title(words.say("discord.followUp")))
        .addComponents(label(words.say("discord.followUp.text"), paragraph(TEXT, null, true)))
        .build();
  }

  private static Label label(
      String text, net.dv8tion.jda.api.components.label.LabelChildComponent child) {
    return Label.of(title(text), child);
  }

  private static String title(String text) {
    return DiscordText.cut(text, DiscordLimits.TITLE);
  }

  private static TextInput paragraph(String id, @Nullable String value, boolean required) {
    var input = TextInput.create(id, TextInputStyle.PARAGRAPH).setRequired(required);
    input.setMaxLength(DiscordLimits.INPUT);
    if (value != null && !value.isBlank()) {
      input.setValue(DiscordText.cut(value, DiscordLimits.INPUT));
    }
    return input.build();
  }

  private static StringSelectMenu panels(List<String> names, @Nullable String chosen) {
    var menu = StringSelectMenu.create(PANEL).setRequired(false).setMinValues(0);
    for (var name : names.stream().limit(DiscordLimits.CHOICES).toList()) {
      var label = DiscordText.bare(name, DiscordLimits.CHOICE);
      menu.addOptions(SelectOption.of(label, label).withDefault(name.equals(chosen)));
    }
    return menu.build();
  }

  private static StringSelectMenu modes(Words words, @Nullable Mode chosen) {
    var menu = StringSelectMenu.create(MODE).setRequired(false).setMinValues(0);
    for (var mode : Mode.values()) {
      var label = words.say("discord.mode." + mode);
      menu.addOptions(SelectOption.of(label, mode.name()).withDefault(mode == chosen));
    }
    return menu.build();
  }

  /** What a filled form asks. */
  static Ask read(ModalInteraction filled) {
    var options = Arrays.stream(text(filled, OPTIONS).orElse("").split("[|\\n]"));
    return new Ask(
        text(filled, QUESTION).orElse(""),
        options.map(String::strip).filter(option -> !option.isEmpty()).toList(),
        choice(filled, PANEL).orElse(null),
        choice(filled, MODE).map(Mode::valueOf).orElse(null),
        null,
        text(filled, CONTEXT).orElse(null));
  }

  static String followUp(ModalInteraction filled) {
    return text(filled, TEXT).orElse("");
  }

  private static Optional<String> text(ModalInteraction filled, String id) {
    return Optional.ofNullable(filled.getValue(id))
        .map(ModalMapping::getAsString)
        .filter(text -> !text.isBlank());
  }

  private static Optional<String> choice(ModalInteraction filled, String id) {
    return Optional.ofNullable(filled.getValue(id))
        .flatMap(value -> value.getAsStringList().stream().findFirst());
  }
}
