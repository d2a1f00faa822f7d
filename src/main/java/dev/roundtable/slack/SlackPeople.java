package dev.roundtable.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dev.roundtable.chat.Visitor;
import dev.roundtable.debate.Person;
import dev.roundtable.safety.VisibleText;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who people are, as Slack says; remembered for a while. */
final class SlackPeople {
  private static final Logger LOG = LoggerFactory.getLogger(SlackPeople.class);
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST = 20_000;
  private static final String ENGLISH = "en";

  // A person is somebody else's in one workspace, and one of us in another.
  private record Key(String workspace, String user) {}

  private final SlackApi api;
  private final SlackIdentity identity;
  private final SlackGroups groups;
  private final Cache<Key, Visitor> known =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();
  private final Cache<Key, ReentrantLock> asking = Caffeine.newBuilder().weakValues().build();

  SlackPeople(SlackApi api, SlackIdentity identity) {
    this.api = api;
    this.identity = identity;
    this.groups = new SlackGroups(api);
  }

  /** The person; where Slack does not say who or what it is, a guest, who may do least. */
  Visitor visitor(String workspace, String user) {
    var key = new Key(workspace, user);
    var remembered = known.getIfPresent(key);
    return remembered == null ? askOnce(key) : remembered;
  }

  // Of all that want to know of a person at the same time one asks: the others would spend what
  // Slack allows, and be taken for guests.
  private Visitor askOnce(Key key) {
    var turn = asking.get(key, _ -> new ReentrantLock());
    turn.lock();
    try {
      var meanwhile = known.getIfPresent(key);
      return meanwhile == null ? ask(key) : meanwhile;
    } finally {
      turn.unlock();
    }
  }

  private Visitor ask(Key key) {
    var user = key.user();
    var reply = api.call(client -> client.usersInfo(r -> r.user(user).includeLocale(true)));
    if (!(reply instanceof SlackReply.Done<UsersInfoResponse>(var answer))) {
      LOG.warn("it is not known who {} is: {}", user, reply);
      return new Visitor(new Person(user, user), Visitor.Standing.GUEST, Set.of(), ENGLISH);
    }
    return switch (groups.of(key.workspace(), user)) {
      case SlackGroups.Groups.In(var ids) -> {
        var visitor = visitor(key, answer.getUser(), ids);
        known.put(key, visitor);
        yield visitor;
      }
      case SlackGroups.Groups.Untold() -> {
        var person = new Person(user, name(user, answer.getUser()));
        yield new Visitor(person, Visitor.Standing.GUEST, Set.of(), ENGLISH);
      }
    };
  }

  /** The name by which people call that person. */
  String name(String workspace, String user) {
    return visitor(workspace, user).person().name();
  }

  private Visitor visitor(Key key, User user, Set<String> groups) {
    var id = key.user();
    var locale = user.getLocale();
    var language = locale == null || locale.isBlank() ? ENGLISH : locale.replace('_', '-');
    return new Visitor(
        new Person(id, name(id, user)), standing(key.workspace(), user), groups, language);
  }

  private Visitor.Standing standing(String workspace, User user) {
    if (user.isStranger() || !isOurs(workspace, user)) {
      return Visitor.Standing.EXTERNAL;
    }
    if (user.isRestricted() || user.isUltraRestricted()) {
      return Visitor.Standing.GUEST;
    }
    return user.isAdmin() || user.isOwner() || user.isPrimaryOwner()
        ? Visitor.Standing.ADMIN
        : Visitor.Standing.MEMBER;
  }

  // An organisation has several workspaces, and people whose team is the organisation itself; so
  // may
  // have a partner.
  private boolean isOurs(String workspace, User user) {
    var team = user.getTeamId();
    var organisation = identity.organisation();
    var membership = user.getEnterpriseUser();
    if (team == null || team.equals(workspace) || team.equals(organisation)) {
      return true;
    }
    return membership != null
        && (holds(membership.getTeams(), workspace)
            || (organisation != null && organisation.equals(membership.getEnterpriseId())));
  }

  private static boolean holds(@Nullable List<String> teams, String workspace) {
    return teams != null && teams.contains(workspace);
  }

  private static String name(String id, User user) {
    var profile = user.getProfile();
    var display = profile == null ? null : profile.getDisplayName();
    return first(display, user.getRealName(), user.getName(), id);
  }

  private static String first(@Nullable String... names) {
    for (var name : names) {
      var line = name == null ? "" : VisibleText.line(name);
      if (!line.isEmpty()) {
        return line;
      }
    }
    return "–";
  }
}
