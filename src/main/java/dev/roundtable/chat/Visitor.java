package dev.roundtable.chat;

import dev.roundtable.debate.Person;
import java.util.Set;

/**
 * Somebody in a chat.
 *
 * @param groups the platform's ids of the roles or user groups that the person is in
 * @param language of the person's client, as a language tag
 */
public record Visitor(Person person, Standing standing, Set<String> groups, String language) {
  public Visitor {
    groups = Set.copyOf(groups);
  }

  /** What somebody is in a workspace, from the widest circle to the narrowest. */
  public enum Standing {
    /** Of another organisation. */
    EXTERNAL,
    GUEST,
    MEMBER,
    ADMIN
  }
}
