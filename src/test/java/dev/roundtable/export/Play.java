package dev.roundtable.export;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryInbox;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import dev.roundtable.panelist.KnownPanels;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Table;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Plays a debate from its question to its last follow-up. */
public final class Play {
  private static final Person ANNA = new Person("u1", "Anna");
  private static final SessionSettings AT_ONCE = new SessionSettings(Duration.ZERO, 100);

  private Play() {}

  /** The debate that came of it, each follow-up answered before the next. */
  public static Debate of(
      Table table, Timer timer, Question question, Rules rules, List<String> followUps)
      throws InterruptedException, ExecutionException {
    return of("golden", table, timer, asks(table, question, rules, ANNA), followUps);
  }

  /** The same without a follow-up, of which somebody hears. */
  public static Debate of(
      Table table, Timer timer, Question question, Rules rules, Audience audience)
      throws InterruptedException, ExecutionException {
    var request = asks(table, question, rules, ANNA);
    return of("golden", table, timer, request, List.of(), List.of(audience));
  }

  /** What that person asks the table. */
  public static DebateRequest asks(Table table, Question question, Rules rules, Person person) {
    return new DebateRequest(
        new MessageId("m0"), question, table.panel().name(), rules, person, Venue.TERMINAL);
  }

  /** A debate of that id; whoever asks also follows up. */
  public static Debate of(
      String debate, Table table, Timer timer, DebateRequest request, List<String> followUps)
      throws InterruptedException, ExecutionException {
    return of(debate, table, timer, request, followUps, List.of());
  }

  private static Debate of(
      String debate,
      Table table,
      Timer timer,
      DebateRequest request,
      List<String> followUps,
      List<Audience> audiences)
      throws InterruptedException, ExecutionException {
    var ports =
        new Ports(
            new MemoryArchive(timer::now),
            new MemoryInbox(),
            new KnownPanels(List.of(table)),
            Permissions.EVERYONE,
            Budget.UNLIMITED,
            timer,
            audiences);
    var sessions = new Sessions(ports, AT_ONCE);
    var desk = new DebateDesk(ports, sessions, AT_ONCE, () -> new DebateId(debate));
    var id = ((Admission.Opened) desk.open(request)).debate();
    sessions.whenIdle(id).get();
    for (int i = 0; i < followUps.size(); i++) {
      var message = new MessageId("m" + (i + 1));
      desk.submit(
          id, new DebateEvent.FollowUpAsked(message, request.asker(), followUps.get(i), true));
      sessions.whenIdle(id).get();
    }
    return desk.find(id).orElseThrow();
  }
}
