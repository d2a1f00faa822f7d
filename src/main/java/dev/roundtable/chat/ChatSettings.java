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
   * @param heldBack the choices that were not followed
   */
  public record Resolved(ChatSettings settings, List<HeldBack> heldBack) {
    public Resolved {
      heldBack = List.copyOf(heldBack);
    }
  }

  /** A choice that the file does not allow. */
  public sealed interface HeldBack {
    record NoSuchPanel(String name) implements HeldBack {}

    record WiderAskers() implements HeldBack {}

    record FreerFollowUps() implements HeldBack {}
  }

  /**
   * Lays a channel's choices over its workspace's, and both over these, the file's. A choice may
   * narrow who asks and which replies start a round, never widen it, and must name a panel that can
   * be chosen.
   */
  public Resolved resolve(
      ChannelSettings channel, ChannelSettings workspace, Predicate<String> isPanel) {
    var chosen = channel.over(workspace);
    var heldBack = new ArrayList<HeldBack>();
    var chosenPanel = chosen.panel().filter(isPanel);
    if (chosen.panel().isPresent() && chosenPanel.isEmpty()) {
      heldBack.add(new HeldBack.NoSuchPanel(chosen.panel().get()));
    }
    var asking = narrower(mayAsk, chosen.mayAsk().orElse(mayAsk));
    if (chosen.mayAsk().isPresent() && chosen.mayAsk().get() != asking) {
      heldBack.add(new HeldBack.WiderAskers());
    }
    var replies = narrower(followUps, chosen.followUps().orElse(followUps));
    if (chosen.followUps().isPresent() && chosen.followUps().get() != replies) {
      heldBack.add(new HeldBack.FreerFollowUps());
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
