package dev.roundtable.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A time-out that is longer than its debate's deadline is never reached, so it is a mistake. */
record PanelTimes(Node.Mapping root, String path, Node.Mapping panel) {
  Optional<Problem> problem() {
    return read(panel, "deadline").flatMap(this::problem);
  }

  private Optional<Problem> problem(Time deadline) {
    return Stream.concat(read(panel, "seatTimeout").stream(), seatTimes())
        .filter(time -> time.length().compareTo(deadline.length()) > 0)
        .findFirst()
        .map(time -> problem(time, deadline));
  }

  private Problem problem(Time time, Time deadline) {
    var ownFault = deadline.origin() instanceof Origin.Default;
    return new Problem(
        ownFault ? time.origin() : deadline.origin(),
        "%s has a deadline of %s, but a seat may take %s (%s); the deadline must not be shorter."
            .formatted(path, deadline.text(), time.text(), time.origin()));
  }

  private Stream<Time> seatTimes() {
    return panel.get("seats").map(Node::texts).orElse(List.of()).stream()
        .map(Node.Text::text)
        .flatMap(seat -> root.mapping("seats").flatMap(seats -> seats.mapping(seat)).stream())
        .flatMap(seat -> read(seat, "timeout").stream());
  }

  private record Time(Origin origin, String text, Duration length) {}

  private static Optional<Time> read(Node.Mapping group, String key) {
    return group
        .get(key)
        .filter(node -> node.json().asText().matches("[1-9][0-9]{0,5}(ms|s|m|h)"))
        .map(node ->
            new Time(
                node.origin(), node.json().asText(), Section.toDuration(node.json().asText())));
  }
}
