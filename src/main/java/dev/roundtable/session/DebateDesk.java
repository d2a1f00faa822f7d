package dev.roundtable.session;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.InvalidRequestException;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Question;
import dev.roundtable.safety.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks what comes in, writes it down, and sees that the debate is worked on. */
public final class DebateDesk implements DebateRequests {
  private static final Logger LOG = LoggerFactory.getLogger(DebateDesk.class);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Ports ports;
  private final DebateWork work;
  private final SessionSettings settings;
  private final Supplier<DebateId> ids;

  public DebateDesk(
      Ports ports, DebateWork work, SessionSettings settings, Supplier<DebateId> ids) {
    this.ports = ports;
    this.work = work;
    this.settings = settings;
    this.ids = ids;
  }

  @Override
  public Admission open(DebateRequest request) {
    Optional<Table> table;
    try {
      table = ports.panels().find(request.panel());
    } catch (InvalidRequestException e) {
      return new Admission.Invalid(e.problem());
    }
    if (table.isEmpty()) {
      return new Admission.UnknownPanel(request.panel(), ports.panels().names());
    }
    try {
      return admit(request, table.get().panel());
    } catch (InvalidRequestException e) {
      return new Admission.Invalid(e.problem());
    } catch (StoreException e) {
      LOG.error("a request could not be weighed", e);
      return new Admission.NotStored(e);
    }
  }

  private Admission admit(DebateRequest request, Panel panel) {
    var permissions = ports.permissions();
    if (permissions.mayOpen(request) instanceof Permissions.Decision.Denied(var reason)) {
      return refused(request, reason);
    }
    var opened = opening(request, panel);
    if (permissions.refusesCredentials()) {
      CredentialCheck.check(request.question());
    }
    if (ports.budget().beforeDebate(opened) instanceof Budget.Decision.Spent(var reason)) {
      return refused(request, reason);
    }
    return store(request.message(), opened);
  }

  // What opened a debate would be refused when it comes again, since its own debate runs.
  private Admission refused(DebateRequest request, String reason) {
    return ports.inbox().knows(request.message())
        ? new Admission.SeenBefore()
        : new Admission.NotPermitted(reason);
  }

  private Admission store(MessageId message, DebateEvent.Opened opened) {
    try {
      return work.open(message, opened)
          ? new Admission.Opened(opened.id())
          : new Admission.SeenBefore();
    } catch (StoreException e) {
      LOG.error("debate {} could not be stored", opened.id(), e);
      return e instanceof StoreException.Unsure && goesOn(opened.id())
          ? new Admission.Opened(opened.id())
          : new Admission.NotStored(e);
    }
  }

  // It may be in the archive all the same, and would then be taken up by somebody.
  private boolean goesOn(DebateId debate) {
    try {
      boolean stored = !ports.archive().read(debate).isEmpty();
      if (stored) {
        wake(debate);
      }
      return stored;
    } catch (StoreException e) {
      LOG.error("it is not known whether debate {} was stored", debate, e);
      return false;
    }
  }

  private DebateEvent.Opened opening(DebateRequest request, Panel panel) {
    return new DebateEvent.Opened(
        ids.get(), request.question(), panel, request.rules(), request.asker(), request.venue());
  }

  @Override
  public Receipt submit(DebateId debate, DebateEvent.FromPerson message) {
    try {
      return take(debate, message);
    } catch (StoreException e) {
      LOG.error("message {} in debate {} could not be stored", message.message(), debate, e);
      return new Receipt.NotStored(e);
    }
  }

  private Receipt take(DebateId debate, DebateEvent.FromPerson message) {
    var entries = ports.archive().read(debate);
    if (entries.isEmpty()) {
      return new Receipt.UnknownDebate();
    }
    if (wasTaken(entries, message.message())) {
      return new Receipt.SeenBefore();
    }
    if (message instanceof DebateEvent.FollowUpAsked asked) {
      var refusal = refusal(entries, asked);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    if (!ports.inbox().offer(debate, message)) {
      return new Receipt.SeenBefore();
    }
    wake(debate);
    return new Receipt.Taken();
  }

  private Optional<Receipt> refusal(List<Entry> entries, DebateEvent.FollowUpAsked asked) {
    int length = asked.text().length();
    if (length > Question.MAX_LENGTH) {
      return Optional.of(new Receipt.TooLong(length, Question.MAX_LENGTH));
    }
    boolean looked = ports.permissions().refusesCredentials();
    var kinds = looked ? Redaction.find(asked.text()) : List.<String>of();
    if (!kinds.isEmpty()) {
      return Optional.of(new Receipt.HoldsCredential(kinds));
    }
    return asked.opensRound() ? noRound(entries, asked) : Optional.empty();
  }

  private Optional<Receipt> noRound(List<Entry> entries, DebateEvent.FollowUpAsked asked) {
    var again = nextFollowUp(entries);
    if (again.isPresent()) {
      return Optional.of(
          new Receipt.TooManyFollowUps(settings.followUpRoundsPerHour(), again.get()));
    }
    var debate = Debate.of(entries.stream().map(Entry::event).toList());
    return switch (ports.budget().beforeFollowUp(debate, asked.person())) {
      case Budget.Decision.Granted() -> Optional.empty();
      case Budget.Decision.Spent(var reason) -> Optional.of(new Receipt.NotPermitted(reason));
    };
  }

  // What is stored counts as taken: it is found when the debate is taken up.
  private void wake(DebateId debate) {
    try {
      work.wake(debate);
    } catch (StoreException e) {
      LOG.error("debate {} could not be woken", debate, e);
    }
  }

  private static boolean wasTaken(List<Entry> entries, MessageId message) {
    return entries.stream()
        .anyMatch(entry ->
            entry.event() instanceof DebateEvent.FromPerson taken
                && taken.message().equals(message));
  }

  private Optional<Instant> nextFollowUp(List<Entry> entries) {
    var now = ports.timer().now();
    var recent =
        entries.stream()
            .filter(entry -> isFollowUpRound(entry.event()))
            .map(Entry::at)
            .filter(at -> at.isAfter(now.minus(HOUR)))
            .toList();
    int allowed = settings.followUpRoundsPerHour();
    return recent.size() < allowed
        ? Optional.empty()
        : Optional.of(recent.get(recent.size() - allowed).plus(HOUR));
  }

  private static boolean isFollowUpRound(DebateEvent event) {
    return event instanceof DebateEvent.RoundOpened round && !round.followUps().isEmpty();
  }

  /**
   * The debate as it stands, together with what people did and nobody has taken up yet; nothing if
   * it is unknown.
   */
  public Optional<Debate> find(DebateId id) {
    var events = ports.archive().read(id).stream().map(Entry::event).toList();
    if (events.isEmpty()) {
      return Optional.empty();
    }
    var debate = Debate.of(events);
    for (var waiting : ports.inbox().waiting(id)) {
      debate = debate.with(waiting);
    }
    return Optional.of(debate);
  }
}
