package dev.roundtable.chat;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The debates that were held. */
public interface PastDebates {
  /** One of them. */
  record Item(DebateId debate, Instant opened, String question) {}

  /** When that debate was opened, nothing if it is unknown. */
  Optional<Instant> opened(DebateId debate);

  /** The one that the message was handed in to, nothing if it was to none. */
  Optional<DebateId> handedInTo(MessageId message);

  /** Those of a channel that may be known at that place of it, latest first. */
  List<Item> inChannel(Where where, int most);

  /**
   * All of a channel that are worked on or stand in line, the oldest first. Those of its private
   * threads are among them, of which it may not be told elsewhere.
   */
  List<Item> open(Where where);

  /** How many debates of a channel stand in line, besides those that run. */
  int inLine(Where where);

  /** Those of a person in a workspace, latest first. */
  List<Item> of(String platform, String workspace, String person, int most);
}
