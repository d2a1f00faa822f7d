package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.model.view.View;
import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Ask;
import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.Reply;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do in Slack, handed to the desk, and its answers handed back. */
final class SlackInbound {
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int MOST = 50_000;
  private static final String ASIDE = "//";

  private final SlackPorts ports;
  private final ChatDesk desk;
  private final SlackAnswers answers;
  private final SlackPeople people;
  private final SlackThreads threads;
  private final PressOrder order = new PressOrder();
  private final Cache<MessageId, Boolean> seen =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

  SlackInbound(SlackPorts ports, SlackAnswers answers, SlackPeople people, SlackThreads threads) {
    this.ports = ports;
    this.desk = ports.desk();
    this.answers = answers;
    this.people = people;
    this.threads = threads;
  }

  /**
   * Something written where the bot reads along.
   *
   * @param bot the bot's own user
   */
  record Written(
      String workspace,
      String channel,
      Venue.Reach reach,
      String ts,
      @Nullable String thread,
      String user,
      String text,
      String bot) {
    boolean isReply() {
      return thread != null && !thread.equals(ts);
    }

    boolean mentionsBot() {
      return SlackMentions.mentions(text, bot);
    }

    Where where() {
      return SlackInbound.where(workspace, channel, isReply() ? thread : null, reach);
    }
  }

  static Where where(String workspace, String channel, @Nullable String thread, Venue.Reach reach) {
    return new Where(SlackRenderer.PLATFORM, workspace, channel, thread, reach);
  }

  static MessageId messageId(String workspace, String channel, String ts) {
    return new MessageId("slack:" + workspace + ":" + channel + ":" + ts);
  }

  Visitor visitor(String workspace, String user) {
    return people.visitor(workspace, user);
  }

  /** A message; a mention comes twice and counts once. */
  void written(Written written) {
    var direct = written.reach() == Venue.Reach.DIRECT;
    if (!written.isReply() && !direct && !written.mentionsBot()) {
      return;
    }
    var message = messageId(written.workspace(), written.channel(), written.ts());
    if (seen.asMap().putIfAbsent(message, true) != null) {
      return;
    }
    var by = visitor(written.workspace(), written.user());
    var contact = new Contact(written.where(), by, null, null, written.ts());
    var text =
        SlackMentions.read(
            SlackMentions.without(written.text(), written.bot()),
            user -> people.name(written.workspace(), user));
    answering(
        contact,
        () -> {
          // The other of the two events may have reached another replica.
          if (ports.repeats().isRepeat(message.value(), REMEMBERED)) {
            return new Answer.Silence();
          }
          return written.isReply()
              ? replied(written, contact, message, text)
              : desk.command(contact.where(), by, message, text);
        });
  }

  private Answer replied(Written written, Contact contact, MessageId message, String text) {
    boolean meant = written.mentionsBot() && !text.startsWith(ASIDE) && !text.isBlank();
    if (meant && !isOurs(contact.where())) {
      return askAbout(contact, message, Ask.typed(text));
    }
    boolean toBot = written.reach() == Venue.Reach.DIRECT || written.mentionsBot();
    return desk.reply(new Reply(message, contact.by(), contact.where(), text, toBot));
  }

  private boolean isOurs(Where where) {
    return debateOf(where).isPresent();
  }

  private Optional<DebateId> debateOf(Where where) {
    var thread = where.thread();
    return thread == null
        ? Optional.empty()
        : ports.chat().deliveries().find(where.platform(), where.channel(), thread);
  }

  // A mention in a thread that is none of ours is a question about the thread.
  private Answer askAbout(Contact contact, MessageId message, Ask ask) {
    var thread = contact.where().thread();
    if (thread == null) {
      return new Answer.Silence();
    }
    return switch (threads.read(contact.where(), thread, contact.message())) {
      case SlackThreads.Read.Context(var context) ->
          desk.ask(contact.where(), contact.by(), message, withContext(ask, context));
      case SlackThreads.Read.Closed(var sentence) -> Answer.Told.sentence(sentence);
    };
  }

  private static Ask withContext(Ask ask, String context) {
    return context.isBlank() ? ask : ask.withContext(context);
  }

  void command(Contact contact, MessageId message, String text) {
    answering(contact, () -> desk.command(contact.where(), contact.by(), message, text));
  }

  /**
   * A button was pressed.
   *
   * @param ts when, as Slack says
   */
  void pressed(Contact contact, MessageId message, Control control, String ts) {
    if (control instanceof Control.StartDraft) {
      answers.clear(contact);
    }
    var what = contact.by().person().id() + " " + control.debate();
    try {
      var answer =
          control instanceof Control.TeamVote
              ? order.unlessLate(what, ts, () -> vote(contact, message, control, ts))
              : Optional.of(press(contact, message, control));
      answer.ifPresent(said -> answers.toPress(contact, control, said));
    } catch (StoreException e) {
      answers.give(contact, Answer.Told.sentence(e.sentence()));
    }
  }

  private Answer press(Contact contact, MessageId message, Control control) {
    return desk.press(contact.where(), contact.by(), message, control);
  }

  // The other of two presses may reach another replica.
  private Answer vote(Contact contact, MessageId message, Control control, String ts) {
    return SlackTime.of(ts)
        .map(at -> desk.press(contact.where(), contact.by(), message, control, at))
        .orElseGet(() -> press(contact, message, control));
  }

  /** Somebody finds a message of the bot worth a look of those in charge. */
  void reported(Contact contact, String ts) {
    answering(contact, () -> desk.report(contact.where(), contact.by(), ts));
  }

  /** Somebody in charge takes an answer out of sight. */
  void hidden(Contact contact, MessageId message, String ts) {
    answering(contact, () -> desk.hide(contact.where(), contact.by(), message, ts));
  }

  /** Somebody wants a transcript as a file. */
  void asFile(Contact contact, DebateId debate) {
    answering(
        contact,
        () -> {
          var wanted = new Control.Transcript(debate);
          var id = new MessageId("slack:file:" + debate);
          if (press(contact, id, wanted) instanceof Answer.Document(_, var transcript)) {
            answers.file(contact, debate, transcript);
          }
          return new Answer.Silence();
        });
  }

  /** Slack's own Stop was pressed in a thread. */
  void stopped(Contact contact, MessageId message) {
    answering(
        contact,
        () ->
            debateOf(contact.where())
                .map(debate -> press(contact, message, new Control.Stop(debate)))
                .orElseGet(Answer.Silence::new));
  }

  /** What was shown before sending is not to be sent. */
  void cancelled(Contact contact) {
    answers.clear(contact);
  }

  void submitted(Contact contact, MessageId message, View view) {
    var carried = SlackForms.Carried.read(view);
    answering(
        contact,
        () ->
            switch (view.getCallbackId()) {
              case SlackForms.ASK -> asked(contact, message, view, carried);
              case SlackForms.FOLLOW_UP -> followedUp(contact, message, view, carried);
              case SlackForms.SETTINGS ->
                  desk.choose(contact.where(), contact.by(), SlackForms.settings(view));
              default -> new Answer.Silence();
            });
  }

  private Answer asked(Contact contact, MessageId message, View view, SlackForms.Carried carried) {
    var ask = SlackForms.asked(view);
    var about = carried.about();
    if (about == null) {
      return desk.ask(contact.where(), contact.by(), message, ask);
    }
    return switch (threads.read(contact.where(), about, null)) {
      case SlackThreads.Read.Context(var context) when context.isBlank() ->
          Answer.Told.sentence("Nothing stands in that message that models could read.");
      case SlackThreads.Read.Context(var context) ->
          desk.ask(contact.where(), contact.by(), message, withContext(ask, context));
      case SlackThreads.Read.Closed(var sentence) -> Answer.Told.sentence(sentence);
    };
  }

  private Answer followedUp(
      Contact contact, MessageId message, View view, SlackForms.Carried carried) {
    var debate = carried.debate();
    return debate == null
        ? new Answer.Silence()
        : desk.followUp(
            debate, contact.where(), contact.by(), message, SlackForms.followedUp(view));
  }

  /** A message was deleted, by its writer or by an admin. */
  void deleted(Where where, String ts) {
    desk.deleted(where, messageId(where.workspace(), where.channel(), ts), ts);
  }

  /** A form about a message, or about nothing yet. */
  void form(Contact contact, SlackForms.Carried carried) {
    answers.form(contact, new Ask("", List.of(), null, null, null, null), carried);
  }

  /** The bot's own page as that person sees it. */
  ObjectNode home(String workspace, String address, Visitor by) {
    return answers.home(workspace, address, by);
  }

  private interface Asked {
    Answer answer();
  }

  private void answering(Contact contact, Asked asked) {
    Answer answer;
    try {
      answer = asked.answer();
    } catch (StoreException e) {
      answer = Answer.Told.sentence(e.sentence());
    }
    answers.give(contact, answer);
  }
}
