package dev.roundtable.chat;

import java.util.Set;

/**
 * Who may act on other people's debates, besides admins.
 *
 * @param ids the platforms' ids of persons, roles or user groups
 */
public record Moderators(Set<String> ids) {
  public static final Moderators NONE = new Moderators(Set.of());

  public Moderators {
    ids = Set.copyOf(ids);
  }

  /** Whether that person is one of them, or an admin. */
  public boolean includes(Visitor visitor) {
    return visitor.standing() == Visitor.Standing.ADMIN
        || ids.contains(visitor.person().id())
        || visitor.groups().stream().anyMatch(ids::contains);
  }
}
