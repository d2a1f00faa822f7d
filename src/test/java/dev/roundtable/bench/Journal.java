package dev.roundtable.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What the model server saw, a line for each call. */
final class Journal {
  /**
   * One call.
   *
   * @param nanos from the last byte of the request to the first of the answer
   */
  record Call(
      String debate, String model, long arrived, long nanos, int prompt, int answer, int status) {
    static Call read(String line) {
      var fields = line.split(" ", -1);
      return new Call(
          fields[0],
          fields[1],
          Long.parseLong(fields[2]),
          Long.parseLong(fields[3]),
          Integer.parseInt(fields[4]),
          Integer.parseInt(fields[5]),
          Integer.parseInt(fields[6]));
    }

    private String line() {
      return "%s %s %d %d %d %d %d"
          .formatted(debate, model, arrived, nanos, prompt, answer, status);
    }

    boolean ofChair() {
      return model.startsWith("chair");
    }
  }

  private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();

  void write(ModelServer.Asked asked, long arrived, int answer, int status) {
    long nanos = System.nanoTime() - arrived;
    calls.add(
        new Call(
            asked.debate(), asked.model(), arrived, nanos, asked.promptChars(), answer, status));
  }

  String written() {
    return calls.stream().map(Call::line).collect(Collectors.joining("\n"));
  }

  void forget() {
    calls.clear();
  }

  static List<Call> read(String written) {
    return written.lines().map(Call::read).toList();
  }

  static Map<String, List<Call>> byDebate(List<Call> calls) {
    return calls.stream()
        .collect(Collectors.groupingBy(Call::debate, TreeMap::new, Collectors.toList()));
  }

  /** When the first answer of all was given away, by the clock of the machine. */
  static long firstAnswer(List<Call> calls) {
    return calls.stream().mapToLong(call -> call.arrived() + call.nanos()).min().orElseThrow();
  }

  /**
   * The time that a debate cannot be shorter than: the slowest call of each round one after the
   * other, then the chair's. A seat's n-th call is of the n-th round.
   */
  static long criticalNanos(List<Call> debate) {
    var slowest = new TreeMap<Integer, Long>();
    var bySeat = debate.stream().collect(Collectors.groupingBy(Call::model));
    bySeat
        .values()
        .forEach(seat -> {
          var inOrder =
              seat.stream().sorted(java.util.Comparator.comparingLong(Call::arrived)).toList();
          for (int i = 0; i < inOrder.size(); i++) {
            var call = inOrder.get(i);
            slowest.merge(call.ofChair() ? Integer.MAX_VALUE - i : i, call.nanos(), Math::max);
          }
        });
    return slowest.values().stream().mapToLong(Long::longValue).sum();
  }
}
