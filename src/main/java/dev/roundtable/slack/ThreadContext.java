package dev.roundtable.slack;

import com.slack.api.model.Attachment;
import com.slack.api.model.Message;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import dev.roundtable.debate.Question;
import dev.roundtable.safety.VisibleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a thread, as context for models: people are "Person A" and "Person B" there, and
 * other apps "App C", in the order in which they come up.
 */
final class ThreadContext {
  private static final int LETTERS = 26;
  // Of one message, so that neither the first nor the one that is asked about takes all the room.
  private static final int LONGEST = Question.MAX_CONTEXT_LENGTH / 4;
  private static final int ROOM_FOR_GAPS = 100;

  private final Map<String, String> names = new HashMap<>();
  private final List<Line> lines;

  private record Line(String text, boolean kept) {}

  /**
   * The context that these messages make.
   *
   * @param about the message that is always kept, as is the first
   */
  ThreadContext(List<Message> messages, String about) {
    var all = new ArrayList<Line>();
    for (var message : messages) {
      var who = who(message);
      var said = said(message);
      if (!said.isEmpty()) {
        boolean kept = all.isEmpty() || message.getTs().equals(about);
        all.add(new Line(who + ": " + SlackText.cut(said, LONGEST), kept));
      }
    }
    this.lines = all;
  }

  /** No longer than what a question takes; where messages are left out, it says how many. */
  String text() {
    var taken = taken();
    var parts = new ArrayList<String>();
    int out = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!taken[i]) {
        out++;
      } else {
        parts.addAll(gap(out));
        parts.add(lines.get(i).text());
        out = 0;
      }
    }
    parts.addAll(gap(out));
    return String.join("\n", parts);
  }

  private static List<String> gap(int out) {
    return out == 0 ? List.of() : List.of("(messages left out here: " + out + ")");
  }

  private boolean[] taken() {
    var taken = new boolean[lines.size()];
    int room = Question.MAX_CONTEXT_LENGTH - ROOM_FOR_GAPS;
    for (int i = 0; i < taken.length; i++) {
      taken[i] = lines.get(i).kept();
      room -= taken[i] ? length(i) : 0;
    }
    var latestFirst = IntStream.range(0, taken.length).map(i -> taken.length - 1 - i).iterator();
    while (latestFirst.hasNext()) {
      int i = latestFirst.next();
      if (!taken[i]) {
        room -= length(i);
        if (room < 0) {
          break;
        }
        taken[i] = true;
      }
    }
    return taken;
  }

  private int length(int line) {
    return lines.get(line).text().length() + 1;
  }

  private String who(Message message) {
    var user = message.getUser();
    return message.getBotId() == null && user != null
        ? name("Person ", user)
        : name("App ", Objects.requireNonNullElse(user, String.valueOf(message.getBotId())));
  }

  private String name(String kind, String id) {
    return names.computeIfAbsent(id, _ -> kind + letter(names.size()));
  }

  private static String letter(int number) {
    var letter = Character.toString('A' + number % LETTERS);
    return number < LETTERS ? letter : letter + number / LETTERS;
  }

  private String said(Message message) {
    var text = SlackMentions.read(written(message), user -> name("Person ", user));
    return VisibleText.of(text).strip();
  }

  // Alerts of other apps often have no text of their own.
  private static String written(Message message) {
    var text = message.getText();
    if (text != null && !text.isBlank()) {
      return text;
    }
    var blocks = Stream.ofNullable(message.getBlocks()).flatMap(List::stream);
    var attachments = Stream.ofNullable(message.getAttachments()).flatMap(List::stream);
    return Stream.concat(
            blocks.flatMap(ThreadContext::texts), attachments.flatMap(ThreadContext::texts))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> texts(Attachment attachment) {
    var own = texts(attachment.getPretext(), attachment.getTitle(), attachment.getText()).toList();
    var blocks =
        Stream.ofNullable(attachment.getBlocks())
            .flatMap(List::stream)
            .flatMap(ThreadContext::texts)
            .toList();
    return own.isEmpty() && blocks.isEmpty()
        ? texts(attachment.getFallback())
        : Stream.concat(own.stream(), blocks.stream());
  }

  private static Stream<String> texts(@Nullable String... texts) {
    return Stream.of(texts).filter(text -> text != null && !text.isBlank());
  }

  private static Stream<String> texts(LayoutBlock block) {
    return switch (block) {
      case HeaderBlock header -> texts(text(header.getText()));
      case SectionBlock section ->
          Stream.concat(
              texts(text(section.getText())),
              Stream.ofNullable(section.getFields())
                  .flatMap(List::stream)
                  .flatMap(field -> texts(text(field))));
      case ContextBlock context ->
          context.getElements().stream()
              .flatMap(one -> one instanceof TextObject text ? texts(text(text)) : Stream.empty());
      default -> Stream.empty();
    };
  }

  private static @Nullable String text(@Nullable TextObject text) {
    return switch (text) {
      case PlainTextObject plain -> plain.getText();
      case MarkdownTextObject marked -> marked.getText();
      case null, default -> null;
    };
  }
}
