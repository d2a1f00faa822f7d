package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.Venue;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What a debate leaves behind in a chat: in the channel a card that is kept up to date and each
 * verdict that changes who won; in the thread the answers, a message for each later round, the full
 * verdicts, and what waits for a round.
 */
public final class Messages {
  private final Debate debate;
  private final Moments moments;
  private final Phrases phrases;
  private final ThreadParts parts;
  private final Collected collected;
  private final List<Message> messages = new ArrayList<>();

  private Messages(Debate debate, Moments moments, Phrases phrases) {
    this.debate = debate;
    this.moments = moments;
    this.phrases = phrases;
    this.collected = new Collected(debate, phrases);
    this.parts = new ThreadParts(debate, phrases.words());
  }

  /** All messages so far in the order of reading; the same debate gives the same messages. */
  public static List<Message> of(Debate debate, Moments moments, Words words) {
    return new Messages(debate, moments, new Phrases(words)).write();
  }

  private List<Message> write() {
    messages.add(new CardWriter(debate, moments, phrases).write());
    for (var ruling : debate.rulings()) {
      rounds(ruling.firstRound(), ruling.lastRound());
      verdict(ruling);
    }
    int covered = debate.lastRuling().map(Ruling::lastRound).orElse(0);
    rounds(covered + 1, debate.rounds().size());
    collected.waiting().ifPresent(messages::add);
    return List.copyOf(messages);
  }

  private void rounds(int first, int last) {
    for (int number = first; number <= last; number++) {
      var round = debate.rounds().get(number - 1);
      collected.answeredBy(round).ifPresent(messages::add);
      if (number == 1 && debate.opened().venue().style() == Venue.Style.VOICES) {
        messages.addAll(parts.voices(round));
      } else if (!round.isOpen()) {
        messages.add(parts.round(round));
      }
    }
  }

  // Its summary is part of it, so it waits for that.
  private void verdict(Ruling ruling) {
    if (ruling.summary() != null) {
      messages.add(parts.verdict(ruling));
      new Announcements(debate, phrases).of(ruling).ifPresent(messages::add);
    }
  }
}
