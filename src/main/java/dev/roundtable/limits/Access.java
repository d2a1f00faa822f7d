package dev.roundtable.limits;

import dev.roundtable.chat.Gate;
import dev.roundtable.chat.PastDebates;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Venue;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Permissions;
import dev.roundtable.transcript.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Lets people ask as the configuration has it. */
public final class Access implements Permissions, Gate {
  private final Supplier<AccessSettings> access;
  private final Supplier<LimitSettings> limits;
  private final PastDebates past;
  private final UnseenGroups unseen;

  /** Rules that follow a change of the settings at once. */
  public Access(
      Supplier<AccessSettings> access,
      Supplier<LimitSettings> limits,
      PastDebates past,
      UnseenGroups unseen) {
    this.access = access;
    this.limits = limits;
    this.past = past;
    this.unseen = unseen;
  }

  @Override
  public Decision mayOpen(DebateRequest request) {
    var venue = request.venue();
    var words = Words.in(Locale.forLanguageTag(venue.language()));
    return mayAsk(Place.of(venue), request.asker().id(), request.groups(), words)
        .or(() -> panel(venue.channel(), request.panel(), words))
        .or(() -> line(request, words))
        .<Decision>map(Decision.Denied::new)
        .orElseGet(Decision.Granted::new);
  }

  @Override
  public Optional<String> mayNotAsk(Where where, Visitor by) {
    var place = new Place(where.platform(), where.channel());
    return mayAsk(place, by.person().id(), by.groups(), words(by));
  }

  @Override
  public Optional<String> isBlocked(Visitor by) {
    return access.get().block().contains(by.person().id())
        ? Optional.of(words(by).say("access.denied"))
        : Optional.empty();
  }

  private static Words words(Visitor by) {
    return Words.in(Locale.forLanguageTag(by.language()));
  }

  private record Place(String platform, String channel) {
    static Place of(Venue venue) {
      return new Place(venue.platform(), venue.channel());
    }
  }

  private Optional<String> mayAsk(Place place, String person, Set<String> groups, Words words) {
    var settings = access.get();
    if (settings.block().contains(person) || isAmong(settings.deny(), person, groups)) {
      return Optional.of(words.say("access.denied"));
    }
    var hidden = unseen.among(place.platform(), settings.deny());
    if (!hidden.isEmpty()) {
      // Anybody may be one of those who may not.
      return Optional.of(words.say("access.unseenGroups", words.list(hidden)));
    }
    if (!settings.allow().isEmpty() && !isAmong(settings.allow(), person, groups)) {
      return Optional.of(words.say("access.notAllowed"));
    }
    boolean here =
        !settings.denyChannels().contains(place.channel())
            && (settings.channels().isEmpty() || settings.channels().contains(place.channel()));
    return here ? Optional.empty() : Optional.of(words.say("access.notHere"));
  }

  private static boolean isAmong(Set<String> ids, String person, Set<String> groups) {
    return ids.contains(person) || groups.stream().anyMatch(ids::contains);
  }

  private Optional<String> panel(String channel, String panel, Words words) {
    var allowed = access.get().panels().get(channel);
    return allowed == null || allowed.contains(panel)
        ? Optional.empty()
        : Optional.of(words.say("access.otherPanel", VisibleText.line(panel), words.list(allowed)));
  }

  private Optional<String> line(DebateRequest request, Words words) {
    int waiting = past.inLine(Where.of(request.venue()));
    return waiting < access.get().waitingPerChannel()
        ? Optional.empty()
        : Optional.of(words.say("access.lineFull", waiting));
  }

  @Override
  public boolean refusesCredentials() {
    return limits.get().refuseCredentials();
  }

  @Override
  public boolean mustConfirm(List<Cost> calls) {
    var settings = limits.get();
    var estimate = Bill.of(calls, settings.unknownCall());
    return estimate.usd().compareTo(settings.confirmAbove()) > 0;
  }
}
