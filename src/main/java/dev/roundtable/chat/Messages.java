package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.Venue;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a debate leaves behind in a chat: in the channel a card that is kept up to date and each
 * verdict that changes who won; in the thread the answers, a message for each later round, the full
 * verdicts, and what waits for a round.
 */
public final class Messages {
  private final Debate debate;
  private final Moments moments;
  private final Phrases phrases;
  private final IntFunction<Optional<Exhibit>> exhibits;
  private final ThreadParts parts;
  private final Collected collected;
  private final List<Message> messages = new ArrayList<>();

  private Messages(
      Debate debate, Moments moments, Phrases phrases, IntFunction<Optional<Exhibit>> exhibits) {
    this.debate = debate;
    this.moments = moments;
    this.phrases = phrases;
    this.exhibits = exhibits;
    this.collected = new Collected(debate, phrases);
    this.parts = new ThreadParts(debate, phrases);
  }

  /** All messages so far in the order of reading; the same debate gives the same messages. */
  public static List<Message> of(Debate debate, Moments moments, Words words) {
    return of(debate, moments, words, _ -> Optional.empty());
  }

  /**
   * The same with more than words.
   *
   * @param exhibits what goes with the verdict of a number, if anything does
   */
  static List<Message> of(
      Debate debate, Moments moments, Words words, IntFunction<Optional<Exhibit>> exhibits) {
    return new Messages(debate, moments, new Phrases(words), exhibits).write();
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
      var verdict = parts.verdict(ruling);
      messages.add(exhibits.apply(ruling.number()).map(verdict::with).orElse(verdict));
      new Announcements(debate, phrases).of(ruling).ifPresent(messages::add);
    }
  }
}
