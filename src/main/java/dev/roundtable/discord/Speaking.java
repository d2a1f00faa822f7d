package dev.roundtable.discord;

import dev.roundtable.chat.Answer;
import dev.roundtable.chat.ChannelSettings;
import dev.roundtable.export.MarkdownExport;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Answers in words for one person. */
final class Speaking {
  private static final int ROOM = 1900;

  /** More than this is easier to read in a file; and Discord takes five at most of some. */
  private static final int MOST_MESSAGES = 3;

  private final Words words;

  Speaking(Words words) {
    this.words = words;
  }

  static Words in(String language) {
    return Words.in(Locale.forLanguageTag(language));
  }

  /** What to say, in as many messages as it takes; none if there is nothing to say. */
  List<MessageCreateData> of(Answer answer) {
    return switch (answer) {
      case Answer.Opened _ -> List.of(sentence("discord.opened"));
      case Answer.Told(var blocks) -> told(blocks);
      case Answer.Confirm confirm -> confirm(confirm);
      case Answer.Document document -> List.of(document(document));
      case Answer.Heard _ -> List.of(sentence("discord.heard"));
      case Answer.SettingsForm form -> List.of(settings(form.chosen()));
      // These need something to be pressed first, which a message cannot be.
      case Answer.Form _ -> List.of(sentence("discord.useForm"));
      case Answer.FollowUpForm _ -> List.of(sentence("discord.useFollow"));
      case Answer.Silence _ -> List.of();
    };
  }

  private MessageCreateData sentence(String key) {
    return content(words.say(key));
  }

  static MessageCreateData content(String markdown) {
    return new MessageCreateBuilder()
        .setContent(DiscordText.cut(markdown, DiscordLimits.CONTENT))
        .setSuppressEmbeds(true)
        .build();
  }

  private static List<String> pieces(List<Block> blocks) {
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    for (var text : DiscordText.blocks(blocks, ROOM)) {
      if (!piece.isEmpty() && piece.length() + 1 + text.length() > ROOM) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(piece.isEmpty() ? "" : "\n").append(text);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private List<MessageCreateData> told(List<Block> blocks) {
    var pieces = pieces(blocks).stream().filter(piece -> !piece.isBlank()).toList();
    if (pieces.size() <= MOST_MESSAGES) {
      return pieces.stream().map(Speaking::content).toList();
    }
    var text = String.join("\n\n", pieces).getBytes(StandardCharsets.UTF_8);
    var goesOn = "-# " + words.say("discord.goesOn", "answer.md");
    return List.of(
        new MessageCreateBuilder()
            .setContent(pieces.getFirst() + "\n" + goesOn)
            .addFiles(FileUpload.fromData(text, "answer.md"))
            .build());
  }

  private List<MessageCreateData> confirm(Answer.Confirm confirm) {
    var said = new ArrayList<>(told(confirm.blocks()));
    var button = Button.success(confirm.start().id(), words.say("discord.button.start"));
    var last = said.removeLast();
    said.add(MessageCreateBuilder.from(last).setComponents(ActionRow.of(button)).build());
    return said;
  }

  private MessageCreateData document(Answer.Document document) {
    var name = "transcript-" + document.debate() + ".md";
    var markdown = MarkdownExport.write(document.transcript()).getBytes(StandardCharsets.UTF_8);
    return new MessageCreateBuilder()
        .setContent(words.say("discord.document"))
        .addFiles(FileUpload.fromData(markdown, name))
        .build();
  }

  private MessageCreateData settings(ChannelSettings chosen) {
    var lines = new ArrayList<String>();
    chosen.panel().ifPresent(panel -> lines.add(item("discord.setting.panel", panel)));
    chosen.style().ifPresent(style -> lines.add(item("discord.setting.style", style)));
    chosen.mayAsk().ifPresent(who -> lines.add(item("discord.setting.mayAsk", who)));
    chosen.followUps().ifPresent(which -> lines.add(item("discord.setting.followUps", which)));
    if (lines.isEmpty()) {
      lines.add(words.say("discord.setting.none"));
    }
    return content(String.join("\n", lines));
  }

  private String item(String key, Enum<?> choice) {
    return item(key, words.say(key + "." + choice.name()));
  }

  private String item(String key, String value) {
    return "- " + words.say(key, DiscordText.line(value));
  }
}
