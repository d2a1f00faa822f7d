package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.RandomDebate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
  private static final int DEBATES = 1_000;

  private final EventCodec codec = new EventCodec();

  @Test
  void everyEventOfRandomDebatesComesBackAsItWas() {
    LongStream.range(0, DEBATES)
        .forEach(seed -> {
          var events = new RandomDebate(seed).play().events();
          var read = events.stream().map(codec::write).map(codec::read).toList();

          assertThat(read).as("seed %d", seed).isEqualTo(events);
          assertThat(Debate.of(read)).as("seed %d", seed).isEqualTo(Debate.of(events));
        });
  }

  static Stream<DebateEvent> events() {
    return Stream.concat(Samples.ofEachType().stream(), Samples.rarities());
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyKindOfValueComesBackAsItWasEvenThroughUtf8(DebateEvent event) {
    var bytes = codec.write(event).getBytes(StandardCharsets.UTF_8);

    assertThat(codec.read(new String(bytes, StandardCharsets.UTF_8))).isEqualTo(event);
  }

  @Test
  void thereIsASampleOfEachType() {
    var types = Arrays.stream(DebateEvent.class.getPermittedSubclasses()).flatMap(this::concrete);

    assertThat(Samples.ofEachType())
        .extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(types.toList());
  }

  private Stream<Class<?>> concrete(Class<?> type) {
    return type.isRecord() ? Stream.of(type) : Arrays.stream(type.getPermittedSubclasses());
  }

  static List<DebateEvent> ofEachType() {
    return Samples.ofEachType();
  }

  // A sample that was checked in stays as it is for good; a new version gets a file of its own.
  @ParameterizedTest
  @MethodSource("ofEachType")
  void whatVersion1WroteIsStillRead(DebateEvent event) throws IOException {
    assertThat(codec.read(sample(EventCodec.type(event) + "-1.json"))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("ofEachType")
  void thePresentVersionOfEachTypeHasItsSample(DebateEvent event) throws IOException {
    var written = Json.parse(codec.write(event));
    var name = written.path("type").asText() + "-" + written.path("version").asInt() + ".json";

    assertThat((Object) written).isEqualTo(Json.parse(sample(name)));
  }

  private static String sample(String name) throws IOException {
    try (var file = EventCodecTest.class.getResourceAsStream("events/" + name)) {
      if (file == null) {
        throw new AssertionError("no sample " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void fieldsThatNobodyKnowsArePassedOver() {
    var event = Samples.ofEachType().getFirst();
    var payload = Json.parse(codec.write(event)).put("colour", "blue");
    payload.withObject("question").putArray("drawings");

    assertThat(codec.read(Json.text(payload))).isEqualTo(event);
  }

  @Test
  void anOldVersionIsRaisedStepByStep() {
    Consumer<ObjectNode> renamed = payload -> payload.set("seat", payload.remove("chair"));
    Consumer<ObjectNode> counted = payload -> payload.put("round", payload.get("lap").asInt() + 1);
    var later = new EventCodec(Map.of("answer-came-late", List.of(renamed, counted)));
    var first =
        """
        {"type": "answer-came-late", "version": 1, "chair": "s1", "lap": 1}\
        """;
    var second =
        """
        {"type": "answer-came-late", "version": 2, "seat": "s1", "lap": 1}\
        """;
    var event = Samples.ofEachType().get(4);

    assertThat(later.read(first)).isEqualTo(event);
    assertThat(later.read(second)).isEqualTo(event);
    assertThat(later.write(event)).contains("\"version\":3");
    assertThat(later.read(later.write(event))).isEqualTo(event);
  }

  @Test
  void whatCannotBeReadSaysWhy() {
    says("not JSON", "it is not JSON");
    says("[]", "it is not a JSON object");
    says("{}", "it has no type");
    says("{\"type\":\"dance\",\"version\":1}", "an event dance: this type is not known here");
    says(
        "{\"type\":\"round-closed\",\"version\":2}",
        "an event round-closed: version 2 of it is not known here");
    says(
        "{\"type\":\"round-closed\",\"version\":1,\"round\":1,\"reason\":\"tired\"}",
        "an event round-closed: tired is not known here");
    says(
        "{\"type\":\"answer-came-late\",\"version\":1,\"round\":1,\"seat\":\"?\"}",
        "an event answer-came-late: not a seat id: ?");
  }

  private void says(String json, String sentence) {
    assertThatThrownBy(() -> codec.read(json))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessage(sentence);
  }
}
