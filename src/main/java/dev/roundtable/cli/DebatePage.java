package dev.roundtable.cli;

import dev.roundtable.debate.Debate;
import dev.roundtable.export.CardImage;
import dev.roundtable.export.HtmlExport;
import dev.roundtable.export.JsonExport;
import dev.roundtable.export.MarkdownExport;
import dev.roundtable.export.TextExport;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Transcripts;
import java.util.HashSet;
import java.util.Set;

/** Prints a debate; as text, only what it has not printed before. */
final class DebatePage {
  private final Screen screen;
  private final Phrases phrases;
  private final AskFormat format;
  private final Set<String> printed = new HashSet<>();

  DebatePage(Screen screen, Phrases phrases, AskFormat format) {
    this.screen = screen;
    this.phrases = phrases;
    this.format = format;
  }

  /** False if it could not be written, for want of room or of a reader. */
  boolean print(Debate debate) {
    if (format == AskFormat.PNG) {
      screen.out().writeBytes(CardImage.png(debate, phrases.words()));
    } else {
      screen.out().print(text(debate));
    }
    return !screen.out().checkError();
  }

  boolean isText() {
    return format == AskFormat.TEXT;
  }

  private String text(Debate debate) {
    var words = phrases.words();
    return switch (format) {
      case JSON -> JsonExport.write(debate, words);
      case PNG -> throw new IllegalStateException("a picture is not text");
      case HTML -> HtmlExport.write(debate, words);
      case MARKDOWN -> MarkdownExport.write(Transcripts.of(debate, words));
      case TEXT -> {
        var fresh =
            Transcripts.of(debate, words).sections().stream()
                .filter(section -> !printed.contains(section.key()))
                .toList();
        fresh.stream().map(Section::key).forEach(printed::add);
        yield "\n" + new TextExport(screen.width(), screen.ink()).write(fresh);
      }
    };
  }
}
