package dev.roundtable.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.request.usergroups.UsergroupsListRequest;
import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is in which user group, as Slack says; remembered for a while. */
final class SlackGroups {
  private static final Logger LOG = LoggerFactory.getLogger(SlackGroups.class);
  static final String SCOPE = "usergroups:read";
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST_WORKSPACES = 1_000;

  private final SlackApi api;
  private final Cache<String, Map<String, Set<String>>> known =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST_WORKSPACES).build();

  private final ReentrantLock turn = new ReentrantLock();

  SlackGroups(SlackApi api) {
    this.api = api;
  }

  /** What is known of a person's groups. */
  sealed interface Groups {
    /** The ids of the groups; none where the app was not given the scope to ask. */
    record In(Set<String> ids) implements Groups {}

    /** Slack did not say. */
    record Untold() implements Groups {}
  }

  Groups of(String workspace, String user) {
    if (!api.grants(SCOPE)) {
      return new Groups.In(Set.of());
    }
    var remembered = known.getIfPresent(workspace);
    return remembered == null ? askOnce(workspace, user) : in(remembered, user);
  }

  private Groups askOnce(String workspace, String user) {
    turn.lock();
    try {
      var meanwhile = known.getIfPresent(workspace);
      return meanwhile == null ? ask(workspace, user) : in(meanwhile, user);
    } finally {
      turn.unlock();
    }
  }

  private Groups ask(String workspace, String user) {
    var request = UsergroupsListRequest.builder().includeUsers(true).teamId(workspace).build();
    var reply = api.call(client -> client.usergroupsList(request));
    if (!(reply instanceof SlackReply.Done<UsergroupsListResponse>(var answer))) {
      LOG.warn("it is not known who is in which user group: {}", reply);
      return new Groups.Untold();
    }
    var groups = byPerson(answer);
    known.put(workspace, groups);
    return in(groups, user);
  }

  private static Groups in(Map<String, Set<String>> groups, String user) {
    return new Groups.In(groups.getOrDefault(user, Set.of()));
  }

  private static Map<String, Set<String>> byPerson(UsergroupsListResponse answer) {
    var groups = new HashMap<String, Set<String>>();
    for (var group : answer.getUsergroups()) {
      for (var user : Objects.requireNonNullElse(group.getUsers(), List.<String>of())) {
        groups.computeIfAbsent(user, _ -> new HashSet<>()).add(group.getId());
      }
    }
    return groups;
  }
}
