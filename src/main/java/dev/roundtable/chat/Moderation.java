package dev.roundtable.chat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Excerpt;
import dev.roundtable.debate.HiddenAnswer;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Round;
import dev.roundtable.debate.SeatId;
import dev.roundtable.delivery.Delivery;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.session.Receipt;
import dev.roundtable.transcript.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lets people report what was posted, and those in charge hide an answer. */
final class Moderation {
  private static final int EXCERPT = 120;

  /** How {@link ThreadParts} names the message of a round, or of a seat in it, and its rest. */
  private static final Pattern ANSWER = Pattern.compile("round-(\\d+)(?:/(.+?))?(?:\\+\\d+)?");

  private final ChatPorts ports;
  private final Moderators moderators;
  private final Receipts receipts;

  Moderation(ChatPorts ports, Moderators moderators, Receipts receipts) {
    this.receipts = receipts;
    this.ports = ports;
    this.moderators = moderators;
  }

  /** What a posted message holds. */
  private record Posted(Debate debate, List<HiddenAnswer> answers) {}

  Answer report(Where where, Visitor by, String remote) {
    return report(where, by, posted(where, remote));
  }

  Answer report(Where where, Visitor by, Debate debate, String key) {
    return report(where, by, Optional.of(new Posted(debate, named(debate, key).toList())));
  }

  private Answer report(Where where, Visitor by, Optional<Posted> posted) {
    var words = ChatDesk.words(by);
    if (posted.isEmpty()) {
      return told(words, "report.notOurs");
    }
    var debate = posted.get().debate();
    var question = Excerpt.of(VisibleText.line(debate.question().text()), EXCERPT);
    var notice =
        words.say(
            "report.notice",
            VisibleText.line(by.person().name()),
            what(posted.get(), words),
            question,
            where.channel());
    return told(words, ports.reports().take(debate, by, notice) ? "report.told" : "report.noted");
  }

  private static String what(Posted posted, Words words) {
    if (posted.answers().size() != 1) {
      return words.say("report.message");
    }
    var answer = posted.answers().getFirst();
    var name = VisibleText.line(posted.debate().panel().seat(answer.seat()).name());
    return words.say("report.answer", name, answer.round());
  }

  Answer hide(Where where, Visitor by, MessageId message, String remote) {
    return hide(by, message, () -> posted(where, remote));
  }

  Answer hide(Visitor by, MessageId message, Debate debate, String key) {
    return hide(by, message, () -> Optional.of(new Posted(debate, named(debate, key).toList())));
  }

  private Answer hide(Visitor by, MessageId message, Supplier<Optional<Posted>> look) {
    var words = ChatDesk.words(by);
    if (!moderators.includes(by)) {
      return told(words, "hide.notYours");
    }
    var posted = look.get();
    if (posted.isEmpty() || posted.get().answers().isEmpty()) {
      return told(words, "hide.notAnAnswer");
    }
    var debate = posted.get().debate();
    var shown =
        posted.get().answers().stream()
            .filter(answer -> !debate.hidden().contains(answer))
            .toList();
    for (var answer : shown) {
      var own = new MessageId(message.value() + ":" + answer.round() + ":" + answer.seat());
      var hidden = new DebateEvent.AnswerHidden(own, by.person(), answer.round(), answer.seat());
      var receipt = ports.requests().submit(debate.id(), hidden);
      if (!(receipt instanceof Receipt.Taken)) {
        return receipts.answer(debate, by, receipt);
      }
    }
    return shown.isEmpty() ? told(words, "hide.already") : told(words, "hide.done", shown.size());
  }

  private Optional<Posted> posted(Where where, String remote) {
    return ports
        .find(where, remote)
        .or(() -> inThread(where, remote))
        .map(debate -> new Posted(debate, answers(debate, remote)));
  }

  // A message with a picture has an id of both, which is not looked for by the message's alone.
  private Optional<Debate> inThread(Where where, String remote) {
    var thread = where.thread();
    return thread == null
        ? Optional.empty()
        : ports
            .find(where, thread)
            .filter(debate ->
                ports.deliveries().read(debate.id()).stream().anyMatch(row -> is(row, remote)));
  }

  private List<HiddenAnswer> answers(Debate debate, String remote) {
    return ports.deliveries().read(debate.id()).stream()
        .filter(row -> is(row, remote))
        .flatMap(row -> named(debate, row.key()))
        .toList();
  }

  private static boolean is(Delivery row, String remote) {
    var message = row.message();
    return message != null && message.names(remote);
  }

  private static Stream<HiddenAnswer> named(Debate debate, String key) {
    var parts = ANSWER.matcher(key);
    if (!parts.matches()) {
      return Stream.empty();
    }
    var seat = parts.group(2);
    return debate.rounds().stream()
        .filter(round -> String.valueOf(round.number()).equals(parts.group(1)))
        .flatMap(Moderation::answers)
        .filter(answer -> seat == null || answer.seat().equals(new SeatId(seat)));
  }

  private static Stream<HiddenAnswer> answers(Round round) {
    return round.cast().stream()
        .filter(cast -> cast.ballot() instanceof Ballot.Answered)
        .map(cast -> new HiddenAnswer(round.number(), cast.ballot().seat()));
  }

  private static Answer told(Words words, String key, Object... arguments) {
    return Answer.Told.sentence(words.say(key, arguments));
  }
}
