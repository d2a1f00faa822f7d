package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.StopOrder;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes what people do in any chat and says what the bot answers. It may block for as long as the
 * database does; it never waits for a model.
 */
public final class ChatDesk {
  private final ChatPorts ports;
  private final Moderators moderators;
  private final Gate gate;
  private final Opening opening;
  private final Commands commands;
  private final Moderation moderation;
  private final Deletions deletions;
  private final Receipts receipts;
  private final BallotBox ballotBox;

  /**
   * A desk for all platforms, with an open gate.
   *
   * @param settings what the file says; a channel's own choices narrow it
   */
  public ChatDesk(ChatPorts ports, ChatSettings settings, Moderators moderators) {
    this(ports, settings, moderators, Gate.OPEN);
  }

  /**
   * A desk behind a gate.
   *
   * @param settings what the file says; a channel's own choices narrow it
   */
  public ChatDesk(ChatPorts ports, ChatSettings settings, Moderators moderators, Gate gate) {
    this.ports = ports;
    this.moderators = moderators;
    this.gate = gate;
    this.opening = new Opening(ports, settings, moderators, gate);
    this.commands = new Commands(ports, settings, moderators);
    this.receipts = new Receipts(ports.clock());
    this.moderation = new Moderation(ports, moderators, receipts);
    this.deletions = new Deletions(ports);
    this.ballotBox = new BallotBox(ports, gate, receipts);
  }

  /** A slash command's text: a word such as {@code help} alone, or a question. */
  public Answer command(Where where, Visitor by, MessageId message, String text) {
    var typed = text.strip();
    if (typed.equalsIgnoreCase("stop")) {
      return commands
          .running(where)
          .map(debate -> stop(debate, by, message, new StopOrder.Stop(by.person())))
          .orElseGet(() -> told(by, "chat.nothingRuns"));
    }
    return Command.of(typed)
        .map(command -> commands.answer(command, where, by))
        .orElseGet(() -> ask(where, by, message, Ask.typed(typed)));
  }

  /** A filled form, or any other question whose parts are known. */
  public Answer ask(Where where, Visitor by, MessageId message, Ask ask) {
    return opening.ask(where, by, message, ask);
  }

  /** What an admin chose for a channel; what it leaves out is as the configuration has it. */
  public Answer choose(Where where, Visitor by, ChannelSettings chosen) {
    return commands.choose(where, by, chosen);
  }

  /** Something written in a thread; the answer is silence if the thread is none of ours. */
  public Answer reply(Reply reply) {
    var thread = reply.where().thread();
    var debate =
        thread == null || FollowUpRule.isAside(reply.text())
            ? Optional.<Debate>empty()
            : ports.find(reply.where(), thread);
    return debate.isEmpty() ? new Answer.Silence() : reply(reply, debate.get());
  }

  private Answer reply(Reply reply, Debate debate) {
    var resolved = opening.settings(reply.where());
    boolean opens = FollowUpRule.opensRound(reply, debate, resolved.followUps());
    var blocked = gate.isBlocked(reply.by());
    if (blocked.isPresent()) {
      return opens ? Answer.Told.sentence(blocked.get()) : new Answer.Silence();
    }
    var refusal = opening.mayNotAsk(reply.where(), reply.by(), resolved);
    if (opens && refusal.isPresent()) {
      return refusal.get();
    }
    if (FollowUpRule.isWordless(reply)) {
      return opens ? told(reply.by(), "chat.wordsOnly") : new Answer.Silence();
    }
    return followUp(debate, reply.by(), reply.message(), reply.text(), opens);
  }

  /** A follow-up from a form or a command, which always opens a round. */
  public Answer followUp(DebateId id, Where where, Visitor by, MessageId message, String text) {
    var debate = at(where, id);
    if (debate.isEmpty()) {
      return told(by, "refused.unknownDebate");
    }
    var resolved = opening.settings(where);
    return opening
        .mayNotAsk(where, by, resolved)
        .orElseGet(() -> followUp(debate.get(), by, message, text, true));
  }

  private Answer followUp(
      Debate debate, Visitor by, MessageId message, String text, boolean opensRound) {
    var asked = new DebateEvent.FollowUpAsked(message, by.person(), text, opensRound);
    return receipts.answer(debate, by, ports.requests().submit(debate.id(), asked));
  }

  /**
   * Somebody deleted a message. A deleted argument is taken back; a deleted card stops its debate.
   *
   * @param message under which the deleted message was, or would have been, handed in
   * @param remote what the platform calls it
   */
  public void deleted(Where where, MessageId message, String remote) {
    deletions.deleted(where, message, remote);
  }

  /** Somebody deleted a channel: what is under way there is stopped. */
  public void closed(Where where, MessageId deletion) {
    deletions.closed(where, deletion);
  }

  /** The latest debate that may be known at a place, nothing if there was none. */
  public Optional<DebateId> latest(Where where) {
    return ports.past().inChannel(where, 1).stream().map(PastDebates.Item::debate).findFirst();
  }

  /**
   * Somebody reports a message of the bot to those in charge.
   *
   * @param remote what the platform calls it
   */
  public Answer report(Where where, Visitor by, String remote) {
    return gate.isBlocked(by)
        .<Answer>map(Answer.Told::sentence)
        .orElseGet(() -> moderation.report(where, by, remote));
  }

  /**
   * The same, where messages have no names but their own.
   *
   * @param key of the {@link Message}
   */
  public Answer report(Where where, Visitor by, DebateId debate, String key) {
    return gate.isBlocked(by)
        .<Answer>map(Answer.Told::sentence)
        .or(() -> at(where, debate).map(found -> moderation.report(where, by, found, key)))
        .orElseGet(() -> told(by, "refused.unknownDebate"));
  }

  /**
   * Somebody in charge takes the words of a posted answer out of sight.
   *
   * @param remote what the platform calls the message
   */
  public Answer hide(Where where, Visitor by, MessageId message, String remote) {
    return moderation.hide(where, by, message, remote);
  }

  /**
   * The same, where messages have no names but their own.
   *
   * @param key of the {@link Message}
   */
  public Answer hide(Where where, Visitor by, MessageId message, DebateId debate, String key) {
    return at(where, debate)
        .map(found -> moderation.hide(by, message, found, key))
        .orElseGet(() -> told(by, "refused.unknownDebate"));
  }

  /** Something was pressed just now. */
  public Answer press(Where where, Visitor by, MessageId message, Control control) {
    return press(where, by, message, control, ports.clock().instant());
  }

  /**
   * Something was pressed.
   *
   * @param at when, as the platform says: of a person's votes the one that was pressed last counts
   */
  public Answer press(Where where, Visitor by, MessageId message, Control control, Instant at) {
    if (control instanceof Control.StartDraft(var draft)) {
      return opening.start(draft, by, message);
    }
    return at(where, control.debate())
        .map(debate ->
            control instanceof Control.TeamVote(_, var letter)
                ? ballotBox.vote(debate, by, message, letter, at)
                : press(debate, where, by, message, control))
        .orElseGet(() -> told(by, "refused.unknownDebate"));
  }

  private Answer press(Debate debate, Where where, Visitor by, MessageId message, Control control) {
    return switch (control) {
      case Control.Stop _ -> stop(debate, by, message, new StopOrder.Stop(by.person()));
      case Control.FinishNow _ -> stop(debate, by, message, new StopOrder.FinishNow(by.person()));
      case Control.AnotherRound _ -> followUp(debate.id(), where, by, message, "");
      case Control.AskFollowUp _ -> new Answer.FollowUpForm(debate.id());
      case Control.RunAgain _ ->
          mayAct(debate, by) ? opening.again(debate, by, message) : denied(debate, by);
      case Control.TeamDecides _ -> told(by, "chat.teamDecides");
      case Control.ReadFull(_, var section) -> new Reading(debate, phrases(by)).section(section);
      case Control.MinorityView _ -> new Reading(debate, phrases(by)).minority();
      case Control.Transcript _ -> new Reading(debate, phrases(by)).document();
      case Control.Delete _ -> delete(debate, by);
      case Control.StartDraft _, Control.TeamVote _ ->
          throw new IllegalStateException("dealt with before: " + control);
    };
  }

  // A control works only where its debate is, whoever made up its id.
  private Optional<Debate> at(Where where, DebateId id) {
    return ports.debates().apply(id).filter(debate -> where.knows(debate.opened().venue()));
  }

  private Answer stop(Debate debate, Visitor by, MessageId message, StopOrder order) {
    if (!mayAct(debate, by)) {
      return denied(debate, by);
    }
    if (debate.settled()) {
      return told(by, "chat.nothingRuns");
    }
    var stop = new DebateEvent.StopRequested(message, order);
    return receipts.answer(debate, by, ports.requests().submit(debate.id(), stop));
  }

  private boolean mayAct(Debate debate, Visitor by) {
    return debate.opened().asker().id().equals(by.person().id()) || moderators.includes(by);
  }

  private Answer denied(Debate debate, Visitor by) {
    return told(by, "chat.notYours", debate.opened().asker().name());
  }

  private Answer delete(Debate debate, Visitor by) {
    if (!mayAct(debate, by)) {
      return denied(debate, by);
    }
    ports.shredder().shred(debate.id(), by);
    return told(by, "chat.deleted");
  }

  static Answer told(Visitor by, String key, Object... arguments) {
    return Answer.Told.sentence(words(by).say(key, arguments));
  }

  static Phrases phrases(Visitor by) {
    return new Phrases(words(by));
  }

  static Words words(Visitor by) {
    return Words.in(Locale.forLanguageTag(by.language()));
  }
}
