package dev.roundtable.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dev.roundtable.chat.Visitor;
import dev.roundtable.debate.Person;
import dev.roundtable.safety.VisibleText;
import java.time.Duration;
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

  private final SlackApi api;
  private final SlackGroups groups;
  private final Cache<String, Visitor> known =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();
  private final Cache<String, ReentrantLock> asking = Caffeine.newBuilder().weakValues().build();

  SlackPeople(SlackApi api) {
    this.api = api;
    this.groups = new SlackGroups(api);
  }

  /** The person; where Slack does not say who or what it is, a guest, who may do least. */
  Visitor visitor(String workspace, String user) {
    var remembered = known.getIfPresent(user);
    return remembered == null ? askOnce(workspace, user) : remembered;
  }

  // Of all that want to know of a person at the same time one asks: the others would spend what
  // Slack allows, and be taken for guests.
  private Visitor askOnce(String workspace, String user) {
    var turn = asking.get(user, _ -> new ReentrantLock());
    turn.lock();
    try {
      var meanwhile = known.getIfPresent(user);
      return meanwhile == null ? ask(workspace, user) : meanwhile;
    } finally {
      turn.unlock();
    }
  }

  private Visitor ask(String workspace, String user) {
    var reply = api.call(client -> client.usersInfo(r -> r.user(user).includeLocale(true)));
    if (!(reply instanceof SlackReply.Done<UsersInfoResponse>(var answer))) {
      LOG.warn("it is not known who {} is: {}", user, reply);
      return new Visitor(new Person(user, user), Visitor.Standing.GUEST, Set.of(), ENGLISH);
    }
    return switch (groups.of(workspace, user)) {
      case SlackGroups.Groups.In(var ids) -> {
        var visitor = visitor(workspace, user, answer.getUser(), ids);
        known.put(user, visitor);
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

  private static Visitor visitor(String workspace, String id, User user, Set<String> groups) {
    var locale = user.getLocale();
    var language = locale == null || locale.isBlank() ? ENGLISH : locale.replace('_', '-');
    return new Visitor(new Person(id, name(id, user)), standing(workspace, user), groups, language);
  }

  private static Visitor.Standing standing(String workspace, User user) {
    var team = user.getTeamId();
    boolean elsewhere =
        team != null
            && !team.equals(workspace)
            && !team.startsWith("E")
            && (user.getTeams() == null || !user.getTeams().contains(workspace));
    if (user.isStranger() || elsewhere) {
      return Visitor.Standing.EXTERNAL;
    }
    if (user.isRestricted() || user.isUltraRestricted()) {
      return Visitor.Standing.GUEST;
    }
    return user.isAdmin() || user.isOwner() || user.isPrimaryOwner()
        ? Visitor.Standing.ADMIN
        : Visitor.Standing.MEMBER;
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
