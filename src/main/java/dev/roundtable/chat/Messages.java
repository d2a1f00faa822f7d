package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.transcript.Words;
import java.util.List;

/** What a debate leaves behind in a chat. */
@SuppressWarnings("DoNotCallSuggester")
public final class Messages {
  private Messages() {}

  /** All messages so far in the order of reading; the same debate gives the same messages. */
  public static List<Message> of(Debate debate, Moments moments, Words words) {
    throw new UnsupportedOperationException();
  }
}
