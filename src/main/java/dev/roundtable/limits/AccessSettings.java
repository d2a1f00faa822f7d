package dev.roundtable.limits;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may ask, where, and whom. All ids are the platforms' own.
 *
 * @param allow persons, roles or user groups who alone may ask; empty for everybody
 * @param deny persons, roles or user groups who may not ask, whatever else allows them
 * @param block persons of whom nothing is taken: no question, argument or vote
 * @param channels those in which alone may be asked; empty for all
 * @param denyChannels those in which nothing may be asked
 * @param panels the panels that alone may be asked in a channel; a channel that is not named may
 *     ask all
 * @param atOncePerChannel how many debates may run in a channel at the same time
 * @param waitingPerChannel how many more may stand in line there
 * @param notices by platform the channel in which those in charge read alarms and reports
 */
public record AccessSettings(
    Set<String> allow,
    Set<String> deny,
    Set<String> block,
    Set<String> channels,
    Set<String> denyChannels,
    Map<String, List<String>> panels,
    int atOncePerChannel,
    int waitingPerChannel,
    Map<String, String> notices) {
  public static final AccessSettings DEFAULT =
      new AccessSettings(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), 1, 20, Map.of());

  public AccessSettings {
    allow = Set.copyOf(allow);
    deny = Set.copyOf(deny);
    block = Set.copyOf(block);
    channels = Set.copyOf(channels);
    denyChannels = Set.copyOf(denyChannels);
    panels = Map.copyOf(panels);
    notices = Map.copyOf(notices);
  }
}
