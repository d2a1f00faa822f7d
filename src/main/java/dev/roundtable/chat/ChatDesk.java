package dev.roundtable.chat;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;

/**
 * Takes what people do in any chat and says what the bot answers. It may block for as long as the
 * database does; it never waits for a model.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ChatDesk {
  /** A slash command's text: a word such as {@code help} alone, or a question. */
  public Answer command(Where where, Visitor by, MessageId message, String text) {
    throw new UnsupportedOperationException();
  }

  /** A filled form, or any other question whose parts are known. */
  public Answer ask(Where where, Visitor by, MessageId message, Ask ask) {
    throw new UnsupportedOperationException();
  }

  /** Something written in a thread; the answer is silence if the thread is none of ours. */
  public Answer reply(Reply reply) {
    throw new UnsupportedOperationException();
  }

  /** A follow-up from a form or a command, which always opens a round. */
  public Answer followUp(DebateId debate, Visitor by, MessageId message, String text) {
    throw new UnsupportedOperationException();
  }

  /** Somebody deleted what was written; a deleted card or question ends its debate. */
  public void deleted(Where where, String platformMessage) {
    throw new UnsupportedOperationException();
  }

  /** Something was pressed. */
  public Answer press(Where where, Visitor by, MessageId message, Control control) {
    throw new UnsupportedOperationException();
  }
}
