package dev.roundtable.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Message;
import dev.roundtable.chat.Speaker;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Post;
import dev.roundtable.export.MarkdownExport;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcript;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of the transcript as messages of the thread. */
final class PartForm {
  // Below the limits, so that a platform that counts otherwise than we do takes it too.
  static final int MOST_TEXT = 3800;

  // A word about a file comes after it.
  private static final int ROOM = MOST_TEXT - 50;
  private static final int MOST_COMPONENTS = 38;
  // A picture, a file with a word about it, and a row of five buttons.
  private static final int AFTERWARDS = 9;
  private static final int ANSWER_ROOM = 1900;

  /** More than this would bury the verdict; the rest is in a file. */
  private static final int MOST_MESSAGES = 3;

  /** Where there is no thread to spread in. */
  private static final int MOST_DIRECT = 1;

  private final Words words;

  PartForm(Words words) {
    this.words = words;
  }

  List<Post> posts(Message.Part part, Venue venue) {
    var speaker = part.speaker();
    boolean verdict = isVerdict(part);
    boolean direct = venue.reach() == Venue.Reach.DIRECT;
    if (direct && !verdict) {
      // There is no thread to hold the rest, and the transcript has it.
      return List.of();
    }
    var payloads =
        speaker == null
            ? packed(part, direct ? MOST_DIRECT : MOST_MESSAGES)
            : List.of(spoken(part, speaker));
    var posts = new ArrayList<Post>();
    for (int i = 0; i < payloads.size(); i++) {
      var key = i == 0 ? part.key() : part.key() + "+" + (i + 1);
      var payload = payloads.get(i).asKeystone(verdict);
      var loud = direct && i == 0 ? payload.pushing(loud(payload), null) : payload;
      posts.add(new Post(key, Post.Place.THREAD, loud.write(), part.ends()));
    }
    return posts;
  }

  private static boolean isVerdict(Message.Part part) {
    return part.speaker() == null
        && part.sections().stream().anyMatch(section -> section.weight() == Section.Weight.LEAD);
  }

  // In a direct conversation nothing else tells that there is a verdict.
  private static ObjectNode loud(Payload payload) {
    var plain = Objects.requireNonNull(payload.plain()).deepCopy();
    return plain.put("flags", Components.SUPPRESS_EMBEDS);
  }

  private Payload spoken(Message.Part part, Speaker speaker) {
    var buttons = Components.rows(new Buttons(words).of(part.controls()));
    var text = String.join("\n", texts(part.sections(), DiscordLimits.COMPONENT_TEXT));
    if (text.length() <= DiscordLimits.CONTENT) {
      return Payload.of(Components.message(text, buttons));
    }
    var file = file(speaker.seat().value(), part.sections());
    var front = texts(part.sections(), ANSWER_ROOM).getFirst();
    return Payload.of(Components.message(front + "\n" + file.line(), buttons)).with(file);
  }

  private Payload.Attachment file(String title, List<Section> sections) {
    var markdown = MarkdownExport.write(new Transcript(sections));
    var name = title + ".md";
    var line = "-# " + words.say("discord.goesOn", name);
    return new Payload.Attachment(name, markdown, line, "-# " + words.say("discord.isCut"));
  }

  private List<Payload> packed(Message.Part part, int most) {
    var groups = pack(groups(part.sections()));
    boolean overflows = groups.size() > most;
    var payloads = new ArrayList<Payload>();
    for (int i = 0; i < Math.min(groups.size(), most); i++) {
      boolean last = i == Math.min(groups.size(), most) - 1;
      var file = last && overflows ? file("transcript", part.sections()) : null;
      payloads.add(payload(groups.get(i), i == 0 ? picture(part) : null, last ? part : null, file));
    }
    return payloads;
  }

  private static Payload.@Nullable Picture picture(Message.Part part) {
    var exhibit = part.exhibit();
    return exhibit == null
        ? null
        : new Payload.Picture(
            exhibit.verdict(), DiscordText.bare(exhibit.alt(), DiscordLimits.DESCRIPTION));
  }

  private Payload payload(
      List<String> texts,
      Payload.@Nullable Picture picture,
      Message.@Nullable Part closing,
      Payload.@Nullable Attachment file) {
    var parts = new ArrayList<ObjectNode>();
    for (var text : texts) {
      if (!parts.isEmpty()) {
        parts.add(Components.separator());
      }
      parts.add(Components.text(text));
    }
    if (picture != null) {
      parts.add(Components.gallery(picture.name(), picture.alt()));
    }
    if (file != null) {
      parts.add(Components.text(file.line()));
      parts.add(Components.file(file.name()));
    }
    var rows = closing == null ? List.<ObjectNode>of() : Components.rows(buttons(closing));
    parts.addAll(rows);
    var plain = DiscordText.cut(String.join("\n", texts), DiscordLimits.CONTENT);
    return Payload.of(Components.message(parts))
        .orPlain(Components.message(plain, rows))
        .with(file)
        .with(picture);
  }

  private List<ObjectNode> buttons(Message.Part part) {
    var buttons = new ArrayList<>(new Buttons(words).of(part.controls()));
    var exhibit = part.exhibit();
    var page = exhibit == null || exhibit.page() == null ? "" : exhibit.page().toASCIIString();
    if (!page.isEmpty() && page.length() <= DiscordLimits.ADDRESS) {
      buttons.add(Components.link(words.say("discord.button.page"), page));
    }
    return buttons;
  }

  /** Puts as many groups into a message as it takes; between two there is a line. */
  private static List<List<String>> pack(List<String> groups) {
    var messages = new ArrayList<List<String>>();
    var current = new ArrayList<String>();
    int length = 0;
    for (var group : groups) {
      boolean full =
          length + group.length() > ROOM || 2 * current.size() + 1 > MOST_COMPONENTS - AFTERWARDS;
      if (full && !current.isEmpty()) {
        messages.add(List.copyOf(current));
        current.clear();
        length = 0;
      }
      current.add(group);
      length += group.length();
    }
    messages.add(List.copyOf(current));
    return messages;
  }

  // What is a detail of a section stands with it, without a line between them.
  private static List<String> groups(List<Section> sections) {
    var groups = new ArrayList<String>();
    var group = new StringBuilder();
    for (var section : sections) {
      for (var text : texts(List.of(section), ROOM)) {
        boolean detail = section.weight() == Section.Weight.DETAIL;
        if (!group.isEmpty() && (!detail || group.length() + text.length() + 1 > ROOM)) {
          groups.add(group.toString());
          group.setLength(0);
        }
        group.append(group.isEmpty() ? "" : "\n").append(text);
      }
    }
    if (!group.isEmpty()) {
      groups.add(group.toString());
    }
    return groups;
  }

  /** The sections in Discord's Markdown, in pieces of at most that length. */
  private static List<String> texts(List<Section> sections, int most) {
    var texts = new ArrayList<String>();
    for (var section : sections) {
      var pieces = new ArrayList<String>();
      if (!section.heading().isEmpty()) {
        pieces.addAll(DiscordText.split(heading(section), most));
      }
      pieces.addAll(DiscordText.blocks(section.blocks(), most));
      texts.addAll(joined(pieces, most));
    }
    return texts;
  }

  private static List<String> joined(List<String> pieces, int most) {
    var texts = new ArrayList<String>();
    var text = new StringBuilder();
    for (var piece : pieces) {
      if (!text.isEmpty() && text.length() + 1 + piece.length() > most) {
        texts.add(text.toString());
        text.setLength(0);
      }
      text.append(text.isEmpty() ? "" : "\n").append(piece);
    }
    if (!text.isEmpty()) {
      texts.add(text.toString());
    }
    return texts;
  }

  private static String heading(Section section) {
    var text = DiscordText.spans(section.heading()).replaceAll("\\s*\\n\\s*", " ");
    return switch (section.weight()) {
      case LEAD -> "## " + text;
      case BODY -> "### " + text;
      // A seat's name is bold by itself.
      case DETAIL ->
          section.heading().getFirst() instanceof Span.SeatName ? text : "**" + text + "**";
    };
  }
}
