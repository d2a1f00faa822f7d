package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.InvalidRequestException;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.session.Admission;
import dev.roundtable.session.CredentialCheck;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Phrases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Opens debates for people in a chat, after showing them what would be sent where it matters. */
final class Opening {
  private static final int SHOWN_CONTEXT = 1_500;
  private static final int CENTS = 2;

  private final ChatPorts ports;
  private final ChatSettings file;
  private final Moderators moderators;
  private final Gate gate;

  Opening(ChatPorts ports, ChatSettings file, Moderators moderators, Gate gate) {
    this.ports = ports;
    this.file = file;
    this.moderators = moderators;
    this.gate = gate;
  }

  /** What holds in that channel. */
  ChatSettings settings(Where where) {
    var channel = ports.settings().ofChannel(where);
    var workspace = ports.settings().ofWorkspace(where);
    return file.resolve(channel, workspace, ports.panels().names()::contains).settings();
  }

  /** Why that person may start no round there, nothing if they may. */
  Optional<Answer> mayNotAsk(Where where, Visitor by, ChatSettings resolved) {
    return mayAsk(by, resolved)
        ? gate.mayNotAsk(where, by).map(Answer.Told::sentence)
        : Optional.of(told(by, "chat.mayNotAsk." + resolved.mayAsk()));
  }

  private boolean mayAsk(Visitor by, ChatSettings resolved) {
    return switch (resolved.mayAsk()) {
      case EVERYONE -> true;
      case MEMBERS -> by.standing().compareTo(Visitor.Standing.MEMBER) >= 0;
      case ADMINS -> moderators.includes(by);
    };
  }

  Answer ask(Where where, Visitor by, MessageId message, Ask ask) {
    return prepare(
        where,
        by,
        ask,
        prepared -> {
          var guide = ports.panels().in(ChatDesk.words(by));
          var outlay = guide.outlay(prepared.panel(), prepared.question(), prepared.rules());
          return ask.context() == null && !gate.mustConfirm(outlay.calls())
              ? open(prepared, by, message)
              : confirm(prepared, outlay, where, by, ask);
        });
  }

  /** The question of that debate once more, for the one who pressed. */
  Answer again(Debate debate, Visitor by, MessageId message) {
    var opened = debate.opened();
    var where = Where.of(opened.venue());
    var refusal = mayNotAsk(where, by, settings(where));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var question = opened.question();
    var panel = opened.panel().name();
    var prepared = new Prepared(question, panel, opened.rules(), opened.venue());
    var outlay = ports.panels().outlay(panel, question, opened.rules());
    if (question.context() == null && !gate.mustConfirm(outlay.calls())) {
      return open(prepared, by, message);
    }
    return confirm(prepared, outlay, where, by, asked(opened));
  }

  private static Ask asked(DebateEvent.Opened opened) {
    var question = opened.question();
    return new Ask(
        question.text(),
        question.options(),
        opened.panel().name(),
        opened.rules().mode(),
        opened.rules().lastRound(),
        question.context());
  }

  /** Opens what was drafted. */
  Answer start(DebateId id, Visitor by, MessageId message) {
    var draft = ports.drafts().take(id, by.person());
    if (draft.isEmpty()) {
      return told(by, "chat.draftGone");
    }
    var kept = draft.get();
    return prepare(kept.where(), by, kept.ask(), prepared -> open(prepared, by, message));
  }

  private record Prepared(Question question, String panel, Rules rules, Venue venue) {}

  private interface Next {
    Answer go(Prepared prepared);
  }

  private Answer prepare(Where where, Visitor by, Ask ask, Next next) {
    var resolved = settings(where);
    var refusal = mayNotAsk(where, by, resolved);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var wanted = ask.panel() == null ? resolved.panel().orElse(null) : ask.panel();
    return switch (ports.panels().in(ChatDesk.words(by)).pick(wanted)) {
      case PanelGuide.Pick.None(var sentence) -> Answer.Told.sentence(sentence);
      case PanelGuide.Pick.Picked picked -> {
        try {
          var prepared = prepared(where, by, ask, resolved, picked);
          if (gate.refusesCredentials()) {
            CredentialCheck.check(prepared.question());
          }
          yield next.go(prepared);
        } catch (InvalidRequestException e) {
          yield Answer.Told.sentence(phrases(by).problem(e.problem()));
        }
      }
    };
  }

  private static Prepared prepared(
      Where where, Visitor by, Ask ask, ChatSettings resolved, PanelGuide.Pick.Picked picked) {
    var question = new Question(ask.question(), ask.options(), ask.context());
    var rules = picked.rules().withMode(Objects.requireNonNullElse(ask.mode(), Mode.AUTO));
    var rounds = ask.rounds();
    rules = rounds == null ? rules : rules.withRounds(rounds);
    rules.check(question);
    var style = resolved.style().orElse(Venue.Style.forSeats(picked.seats()));
    var venue = where.venue(style, by.language());
    return new Prepared(question, picked.panel(), rules, venue);
  }

  private Answer open(Prepared prepared, Visitor by, MessageId message) {
    var request =
        new DebateRequest(
            message,
            prepared.question(),
            prepared.panel(),
            prepared.rules(),
            by.person(),
            prepared.venue(),
            by.groups());
    return admitted(by, ports.requests().open(request));
  }

  private Answer admitted(Visitor by, Admission admission) {
    return switch (admission) {
      case Admission.Opened(var debate) -> new Answer.Opened(debate);
      case Admission.SeenBefore() -> new Answer.Silence();
      case Admission.Invalid(var problem) -> Answer.Told.sentence(phrases(by).problem(problem));
      case Admission.UnknownPanel(var name, var known) ->
          told(by, "refused.unknownPanel", VisibleText.line(name), String.join(", ", known));
      case Admission.NotPermitted(var reason) -> Answer.Told.sentence(reason);
      case Admission.NotStored(var trouble) ->
          told(by, "refused.notStored", StoreTrouble.say(trouble, ChatDesk.words(by)));
    };
  }

  // What leaves the workspace is shown first: it may hold more than the asker remembers. So is a
  // large estimate.
  private Answer confirm(
      Prepared prepared, PanelGuide.Outlay outlay, Where where, Visitor by, Ask ask) {
    var phrases = phrases(by);
    var words = phrases.words();
    var blocks = new ArrayList<Block>();
    var vendors = words.list(outlay.vendors());
    blocks.add(Block.paragraph(words.say("confirm.sent", vendors)));
    blocks.add(quoted(prepared.question().text()));
    var context = prepared.question().context();
    if (context != null) {
      blocks.add(Block.paragraph(words.say("confirm.context", context.length())));
      blocks.add(quoted(context));
    }
    var usd = outlay.estimate().usd();
    blocks.add(
        Block.paragraph(
            outlay.estimate().complete()
                ? words.say("confirm.cost", rounded(usd))
                : words.say("confirm.cost.unknown", rounded(usd))));
    var draft = ports.ids().get();
    ports.drafts().keep(draft, new Drafts.Draft(where, by, ask));
    return new Answer.Confirm(blocks, new Control.StartDraft(draft));
  }

  private static Block quoted(String text) {
    var visible = VisibleText.of(text);
    var shown =
        visible.length() <= SHOWN_CONTEXT
            ? visible
            : visible.substring(0, visible.offsetByCodePoints(0, SHOWN_CONTEXT / 2)) + " …";
    return new Block.Quotation(List.of(Block.paragraph(shown)));
  }

  private static String rounded(BigDecimal usd) {
    return usd.setScale(CENTS, RoundingMode.UP).toPlainString();
  }

  private static Answer told(Visitor by, String key, Object... arguments) {
    return Answer.Told.sentence(ChatDesk.words(by).say(key, arguments));
  }

  private static Phrases phrases(Visitor by) {
    return new Phrases(ChatDesk.words(by));
  }
}
