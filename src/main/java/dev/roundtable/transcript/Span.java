package dev.roundtable.transcript;

import dev.roundtable.debate.SeatId;
import java.net.URI;
import java.util.List;

/** A piece of text within a line. */
public sealed interface Span {
  record Plain(String text) implements Span {}

  record Strong(List<Span> spans) implements Span {
    public Strong {
      spans = List.copyOf(spans);
    }
  }

  record Emphasis(List<Span> spans) implements Span {
    public Emphasis {
      spans = List.copyOf(spans);
    }
  }

  record Code(String text) implements Span {}

  /** Leads to http or https only. A renderer shows where, as the text may say otherwise. */
  record Link(List<Span> spans, URI target) implements Span {
    public Link {
      spans = List.copyOf(spans);
    }
  }

  record SeatName(SeatId seat, String name) implements Span {}

  static Span plain(String text) {
    return new Plain(text);
  }

  static Span strong(String text) {
    return new Strong(List.of(new Plain(text)));
  }

  /** The words alone. */
  static String text(List<Span> spans) {
    var text = new StringBuilder();
    for (var span : spans) {
      text.append(
          switch (span) {
            case Plain(var words) -> words;
            case Strong(var inner) -> text(inner);
            case Emphasis(var inner) -> text(inner);
            case Code(var words) -> words;
            case Link(var inner, _) -> text(inner);
            case SeatName(_, var name) -> name;
          });
    }
    return text.toString();
  }
}
