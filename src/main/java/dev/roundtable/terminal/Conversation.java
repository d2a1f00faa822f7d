package dev.roundtable.terminal;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.StopOrder;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Admission;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Receipt;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Table;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One person, one debate, one thing after the other. */
public final class Conversation {
  private final DebateDesk desk;
  private final Sessions sessions;
  private final String panel;
  private final Person person;
  private int messages;
  private volatile @Nullable DebateId debate;
  private volatile boolean stopped;

  public Conversation(DebateDesk desk, Sessions sessions, Table table, Person person) {
    this.desk = desk;
    this.sessions = sessions;
    this.panel = table.panel().name();
    this.person = person;
  }

  /** Opens the debate and waits for its verdict. */
  public Admission open(Question question, Rules rules) throws InterruptedException {
    var admission =
        desk.open(new DebateRequest(nextMessage(), question, panel, rules, person, Venue.TERMINAL));
    if (admission instanceof Admission.Opened(var id)) {
      debate = id;
      if (stopped) {
        orderStop(id);
      }
      await(id);
    }
    return admission;
  }

  /** Adds an argument to the open debate and waits for the next verdict. */
  public Receipt followUp(String text) throws InterruptedException {
    var id = opened();
    var asked = new DebateEvent.FollowUpAsked(nextMessage(), person, text, true);
    var receipt = desk.submit(id, asked);
    await(id);
    return receipt;
  }

  /** Ends the debate with what stands, if one is running. Safe to call from any thread. */
  public void stop() {
    stopped = true;
    var id = debate;
    if (id != null) {
      orderStop(id);
    }
  }

  private void orderStop(DebateId id) {
    var order = new StopOrder.Stop(person);
    desk.submit(id, new DebateEvent.StopRequested(nextMessage(), order));
  }

  public boolean stopped() {
    return stopped;
  }

  /** The debate as it stands. */
  public Debate debate() {
    return desk.find(opened()).orElseThrow();
  }

  private DebateId opened() {
    var id = debate;
    if (id == null) {
      throw new IllegalStateException("no debate is open");
    }
    return id;
  }

  private synchronized MessageId nextMessage() {
    return new MessageId("terminal-" + ++messages);
  }

  private void await(DebateId id) throws InterruptedException {
    try {
      sessions.whenIdle(id).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the debate broke off", e.getCause());
    }
  }
}
