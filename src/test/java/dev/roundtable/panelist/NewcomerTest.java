package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SummaryOrigin;
import dev.roundtable.export.Play;
import dev.roundtable.safety.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody has on the first day: a gateway with a key, and a local server without one. */
@Timeout(30)
class NewcomerTest {
  private static final WireFormat FORMAT = WireFormat.CHAT_COMPLETIONS;
  private static final Question QUESTION =
      new Question(
          "Which queue shall we use?", List.of("Kafka", "Postgres queue", "Decide later"), null);
  private static final Rules RULES =
      new Rules(Mode.AUTO, 2, null, Duration.ofSeconds(10), Duration.ofSeconds(20));
  private static final String POINT = "Nobody here has ever run such a log.";
  private static final List<String> NAMES =
      List.of(
          "Seraphina", "Balthazar", "Quentin", "sera", "balt", "quen", "alpha", "beta", "gemma");
  private static final Pattern COUNT = Pattern.compile("(?m)^- ([a-z-]+): (\\d+)$");
  private static final Pattern FOR_KAFKA = Pattern.compile("argument (a\\d+), for kafka");

  private final ModelHttp http = new ModelHttp();
  private FakeModels gateway;
  private FakeModels local;

  @BeforeEach
  void open() throws IOException {
    gateway = new FakeModels();
    local = new FakeModels(false);
    gateway.answer(NewcomerTest::answer);
    local.answer(NewcomerTest::answer);
  }

  @AfterEach
  void close() {
    http.close();
    gateway.close();
    local.close();
  }

  private static String prompt(FakeModels.Seen seen) {
    return seen.body().at("/messages/1/content").asText();
  }

  private static boolean isRebuttal(FakeModels.Seen seen) {
    return prompt(seen).contains("Your own last ballot");
  }

  private static MockResponse answer(FakeModels.Seen seen) {
    var text =
        switch (seen.model()) {
          case "vendor/chair" -> summary(prompt(seen));
          case "vendor/alpha" -> ballot("kafka", "Replays are cheap.", "0.73", "null");
          case "vendor/beta" ->
              isRebuttal(seen)
                  ? ballot("kafka", "Replays decide it.", "0.58", quotedArgument(seen))
                  : ballot("postgres-queue", "It is there already.", "0.64", "null");
          default -> "<think>Hm.</think>\n```json\n" + gemma(prompt(seen)) + "\n```";
        };
    return FakeModels.json(Wire.said(FORMAT, text));
  }

  private static String gemma(String prompt) {
    return prompt.contains(POINT)
        ? ballot("postgres-queue", "Operating it is the cost.", "0.37", "\"p1\"")
        : ballot("kafka", "Consumers stay apart.", "0.91", "null");
  }

  private static String quotedArgument(FakeModels.Seen seen) {
    var argument = FOR_KAFKA.matcher(prompt(seen));
    return argument.find() ? "\"" + argument.group(1) + "\"" : "null";
  }

  private static String ballot(String vote, String reasons, String confidence, String because) {
    return """
    {"reasoning": "%s", "vote": "%s", "confidence": %s, "changed": null, "because": %s}\
    """
        .formatted(reasons, vote, confidence, because);
  }

  // Hands the count back as it was given, as a chair has to.
  private static String summary(String prompt) {
    var votes =
        COUNT
            .matcher(prompt)
            .results()
            .map(line ->
                "{\"option\": \"%s\", \"count\": %s}".formatted(line.group(1), line.group(2)))
            .collect(Collectors.joining(", "));
    return """
    {"winners": ["kafka"], "votes": [%s], "summary": "The panel leans on replays.",
     "strongest": [], "counterpoints": [], "would_change": null}\
    """
        .formatted(votes);
  }

  private Debate play() throws Exception {
    var keyed = gateway.provider(FORMAT);
    var keyless = provider("local", local.provider(FORMAT).baseUrl(), Optional.empty());
    var providers = List.of(provider("gateway", keyed.baseUrl(), keyed.apiKey()), keyless);
    var seats =
        List.of(
            new SeatSettings(new Seat("sera", "Seraphina"), model("gateway", "vendor/alpha")),
            new SeatSettings(new Seat("balt", "Balthazar"), model("gateway", "vendor/beta")),
            new SeatSettings(new Seat("quen", "Quentin"), model("local", "gemma:latest")));
    var chairs = List.of(model("gateway", "vendor/chair"));
    try (var timer = new PromptTimer()) {
      var tables = new ModelTables(providers, ShippedPrompts.read(), http, timer);
      var table = tables.table(new PanelSettings("first", seats, chairs, RULES));
      return Play.of(table, timer, QUESTION, RULES, List.of(POINT));
    }
  }

  private static ProviderSettings provider(String id, URI base, Optional<Secret> key) {
    return new ProviderSettings(id, FORMAT, base, key, false, 8);
  }

  private static ModelSettings model(String provider, String model) {
    return new ModelSettings(provider, model, Optional.empty(), Optional.empty(), 1000);
  }

  private List<FakeModels.Seen> seen() {
    gateway.assertNoComplaints();
    local.assertNoComplaints();
    return Stream.concat(gateway.seen().stream(), local.seen().stream()).toList();
  }

  private List<FakeModels.Seen> seenBySeats() {
    return seen().stream().filter(seen -> !seen.model().equals("vendor/chair")).toList();
  }

  @Test
  void aDebateGoesFromTheBlindRoundToASecondVerdict() throws Exception {
    var debate = play();
    assertThat(debate.rulings())
        .allSatisfy(
            ruling -> assertThat(ruling.verdict().winnerIfAny()).contains(new OptionId("kafka")))
        .extracting(NewcomerTest::votes)
        .containsExactly(List.of(3, 0, 0), List.of(2, 1, 0));
    assertThat(debate.rulings())
        .extracting(Ruling::summary)
        .allSatisfy(summary ->
            assertThat(Objects.requireNonNull(summary).origin())
                .isEqualTo(new SummaryOrigin.ByChair()));
    assertThat(debate.rulings().getFirst().lastRound()).isEqualTo(2);
    assertThat(debate.changes()).allMatch(change -> change.because() != null).hasSize(2);
    assertThat(seen()).hasSize(3 * 3 + 2);
  }

  private static List<Integer> votes(Ruling ruling) {
    return ruling.verdict().count().tally().lines().stream().map(line -> line.votes()).toList();
  }

  @Test
  void nobodyIsToldWhoSitsAtTheTable() throws Exception {
    play();
    assertThat(seen())
        .extracting(NewcomerTest::prompt)
        .allSatisfy(prompt -> assertThat(prompt).doesNotContain(NAMES).doesNotContain("Anna"));
  }

  @Test
  void noSeatIsToldHowManyOrHowSureTheOthersAre() throws Exception {
    play();
    var prompts = ShippedPrompts.read();
    var printed =
        Stream.of(prompts.ballot(), prompts.rebuttal())
            .flatMap(template -> asWritten(template).lines())
            .filter(line -> !line.contains("{{"))
            .toList();
    assertThat(seenBySeats())
        .filteredOn(NewcomerTest::isRebuttal)
        .hasSize(6)
        .flatExtracting(seen -> prompt(seen).lines().toList())
        .filteredOn(line -> !printed.contains(line) && !line.startsWith("For example:"))
        .extracting(NewcomerTest::withoutWhatMayBeCounted)
        .allSatisfy(line -> assertThat(line).doesNotContainPattern("\\d"));
  }

  private static String asWritten(Template template) {
    return template.filled(
        template.places().stream().collect(Collectors.toMap(place -> place, "{{%s}}"::formatted)));
  }

  // The mark, the numbers of arguments, and how sure the seat itself was.
  private static String withoutWhatMayBeCounted(String line) {
    return line.replaceAll("DATA-[a-z2-9]{8}", "")
        .replaceAll("argument [ap]\\d+, ", "")
        .replaceAll("(your vote for [a-z-]+), with confidence 0\\.\\d\\d", "$1");
  }

  @Test
  void aSeatReadsItsOwnConfidenceAlone() throws Exception {
    play();
    assertThat(prompts("vendor/alpha"))
        .noneMatch(prompt -> prompt.matches("(?s).*0\\.(?:64|58|91).*"));
    assertThat(prompts("vendor/beta")).noneMatch(prompt -> prompt.matches("(?s).*0\\.(?:73|91).*"));
    assertThat(prompts("gemma:latest"))
        .noneMatch(prompt -> prompt.matches("(?s).*0\\.(?:73|64|58).*"));
    assertThat(prompts("vendor/chair")).noneMatch(prompt -> prompt.matches("(?s).*0\\.\\d\\d.*"));
  }

  private List<String> prompts(String model) {
    var prompts =
        seen().stream()
            .filter(seen -> seen.model().equals(model))
            .map(NewcomerTest::prompt)
            .toList();
    assertThat(prompts).isNotEmpty();
    return prompts;
  }

  @Test
  void whatOthersSayStandsBetweenMarks() throws Exception {
    play();
    var enclosed = Pattern.compile("(?s)(DATA-[a-z2-9]{8}) [^\n]*\n[^\n]*\nend \\1");
    assertThat(seen())
        .extracting(NewcomerTest::prompt)
        .allSatisfy(prompt -> {
          assertThat(prompt).containsPattern(enclosed);
          assertThat(enclosed.matcher(prompt).replaceAll(""))
              .doesNotContain(
                  QUESTION.text(), POINT, "Replays", "It is there already", "Consumers");
        });
    assertThat(prompts("vendor/alpha").getLast())
        .containsPattern("argument p\\d+, Person A\n" + Pattern.quote(POINT) + "\nend DATA-");
  }

  @Test
  void theOptionsStandInDifferentOrders() throws Exception {
    play();
    var orders =
        seenBySeats().stream()
            .map(seen ->
                prompt(seen)
                    .lines()
                    .filter(line -> line.matches("- (?:kafka|postgres-queue|decide-later): .*"))
                    .toList())
            .toList();
    assertThat(orders).allMatch(order -> order.size() == 3);
    assertThat(orders).filteredOn(order -> order.getFirst().contains("kafka")).hasSizeLessThan(9);
    assertThat(orders.stream().distinct()).hasSizeGreaterThan(2);
    assertThat(orders.stream().map(order -> order.stream().sorted().toList()).distinct())
        .hasSize(1);
  }
}
