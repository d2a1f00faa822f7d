package dev.roundtable.chat;

import dev.roundtable.session.StoreException;
import dev.roundtable.transcript.Words;

/** Why something could not be stored, as people in a chat read it. */
public final class StoreTrouble {
  private StoreTrouble() {}

  /** A sentence. What the database itself said stays as it was said. */
  public static String say(StoreException trouble, Words words) {
    return switch (trouble) {
      case StoreException.Locked _ -> words.say("trouble.locked");
      case StoreException.Full _ -> words.say("trouble.full");
      case StoreException.Unreachable _ -> words.say("trouble.unreachable");
      case StoreException.Unsure _ -> words.say("trouble.unsure");
      case StoreException.Refused refused -> words.say("trouble.refused", refused.words());
    };
  }
}
