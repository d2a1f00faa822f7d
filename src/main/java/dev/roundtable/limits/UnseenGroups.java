package dev.roundtable.limits;

import java.util.List;
import java.util.Set;

/** The groups of which a platform does not tell who is in them. */
@FunctionalInterface
public interface UnseenGroups {
  /** Every platform tells. */
  UnseenGroups NONE = (_, _) -> List.of();

  /** Those among the ids, in order. */
  List<String> among(String platform, Set<String> ids);
}
