package dev.roundtable.chat;

import dev.roundtable.debate.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What holds in a channel when everything that was chosen has been weighed. */
public record ChatSettings(
    Optional<String> panel, Optional<Venue.Style> style, Askers mayAsk, FollowUps followUps) {

  /**
   * What holds, and what was chosen in chat but is not allowed by the file.
   *
   * @param heldBack a sentence for each choice that was not followed
   */
  public record Resolved(ChatSettings settings, List<String> heldBack) {
    public Resolved {
      heldBack = List.copyOf(heldBack);
    }
  }

  /**
   * Lays a channel's choices over its workspace's, and both over these, the file's. A choice may
   * narrow who asks and which replies start a round, never widen it, and must name a panel that can
   * be chosen.
   */
  public Resolved resolve(
      ChannelSettings channel, ChannelSettings workspace, Predicate<String> isPanel) {
    var chosen = channel.over(workspace);
    var heldBack = new ArrayList<String>();
    var chosenPanel = chosen.panel().filter(isPanel);
    if (chosen.panel().isPresent() && chosenPanel.isEmpty()) {
      heldBack.add("The panel " + chosen.panel().get() + " cannot be chosen here.");
    }
    var asking = narrower(mayAsk, chosen.mayAsk().orElse(mayAsk));
    if (chosen.mayAsk().isPresent() && chosen.mayAsk().get() != asking) {
      heldBack.add("Who may ask cannot be wider than the configuration allows.");
    }
    var replies = narrower(followUps, chosen.followUps().orElse(followUps));
    if (chosen.followUps().isPresent() && chosen.followUps().get() != replies) {
      heldBack.add("Follow-ups cannot start more freely than the configuration allows.");
    }
    var resolved =
        new ChatSettings(
            chosenPanel.or(() -> panel), chosen.style().or(() -> style), asking, replies);
    return new Resolved(resolved, heldBack);
  }

  private static <E extends Enum<E>> E narrower(E one, E other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
