package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Count;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Tally;
import dev.roundtable.debate.Verdict;
import dev.roundtable.debate.Weight;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelChairTest {
  private static final Question QUESTION = new Question("Move to Kafka?", List.of(), null);
  private static final ChairTask FORM = new ChairTask.ChooseForm(QUESTION);
  private static final SeatId ANNE = new SeatId("anne");
  private static final SeatId BERT = new SeatId("bert");

  private final ModelHttp http = new ModelHttp();
  private FakeModels models;

  @BeforeEach
  void open() throws IOException {
    models = new FakeModels();
  }

  @AfterEach
  void close() {
    http.close();
    models.close();
  }

  private ChairReply answer(ChairTask task, WireFormat... formats) throws InterruptedException {
    var timer = new JumpingTimer();
    var chairs =
        Stream.of(formats)
            .map(f -> new Model(new Provider(models.provider(f), http, timer), FakeModels.model(f)))
            .toList();
    var chair = new ModelChair(chairs, ShippedPrompts.read(), Duration.ofSeconds(20));
    var reply = chair.answer(task).reply();
    models.assertNoComplaints();
    return reply;
  }

  private void says(String text) {
    models.answer(seen -> FakeModels.json(Wire.said(seen.format(), text)));
  }

  private static List<Ballot.Position> positions() {
    return List.of(
        new Ballot.Position(ANNE, "Use Kafka.", "It scales.", null),
        new Ballot.Position(BERT, "Take Kafka!", "Known.", null));
  }

  private static ChairTask summarise() {
    var paper = BallotPaper.of(List.of("Yes", "No"));
    var yes = new Ballot.Vote(ANNE, new OptionId("yes"), "It scales.", 0.9, null);
    var again = new Ballot.Vote(BERT, new OptionId("yes"), "Known.", null, null);
    var cast = new Tally.Cast(yes.option(), Weight.ONE);
    var tally = Tally.count(paper, List.of(cast, cast));
    var count = new Count(tally, 2, List.of(), List.of(), List.of(), tally, false);
    var verdict = Verdict.of(count, List.of());
    return new ChairTask.Summarise(QUESTION, paper, verdict, List.of(yes, again));
  }

  @Test
  void theFormIsChosen() throws InterruptedException {
    says("{\"form\": \"yes-no\"}");
    assertThat(answer(FORM, WireFormat.RESPONSES))
        .isEqualTo(new ChairReply.FormChoice(BallotForm.OPTIONS));
    says("{\"form\": \"open\"}");
    assertThat(answer(FORM, WireFormat.GEMINI))
        .isEqualTo(new ChairReply.FormChoice(BallotForm.OPEN));
    says("{\"form\": \"perhaps\"}");
    assertThat(answer(FORM, WireFormat.ANTHROPIC))
        .isEqualTo(new ChairReply.Failed(new Cause.Unreadable("{\"form\": \"perhaps\"}")));
  }

  @Test
  void positionsAreGroupedWithoutNames() throws InterruptedException {
    says("{\"groups\": [{\"label\": \"Use Kafka\", \"members\": [\"P1\", \"P2\"]}]}");
    var task = new ChairTask.GroupPositions(QUESTION, positions());
    assertThat(answer(task, WireFormat.ANTHROPIC))
        .isEqualTo(
            new ChairReply.Grouping(
                List.of(new ChairReply.Group("Use Kafka", Set.of(ANNE, BERT)))));
    assertThat(models.seen().getFirst().body().toString()).doesNotContain("anne", "bert");
    says("{\"groups\": [{\"label\": \"Use Kafka\", \"members\": [\"P7\"]}]}");
    assertThat(answer(task, WireFormat.RESPONSES)).isInstanceOf(ChairReply.Failed.class);
  }

  @Test
  void aSummaryComesWithItsCount() throws InterruptedException {
    says(
        """
        {"winners": ["yes"], "votes": [{"option": "yes", "count": 2}], "summary": "All agree.",
         "strongest": [{"option": "Yes", "text": "It scales."}],
         "counterpoints": [{"option": "no", "text": "It costs."}, {"option": "x", "text": "y"}],
         "would_change": null}\
        """);
    var draft = (ChairReply.SummaryDraft) answer(summarise(), WireFormat.CHAT_COMPLETIONS);
    assertThat(draft.winners()).containsExactly(new OptionId("yes"));
    assertThat(draft.votes()).isEqualTo(Map.of(new OptionId("yes"), 2));
    assertThat(draft.summary().text()).isEqualTo("All agree.");
    assertThat(draft.summary().strongest()).containsEntry(new OptionId("yes"), "It scales.");
    assertThat(draft.summary().counterpoints()).containsOnlyKeys(new OptionId("no"));
    assertThat(models.seen().getFirst().body().toString())
        .contains("- yes: 2\\n- no: 0\\nWinner: yes");
  }

  @Test
  void aSubstituteTakesOverWhenTheChairFails() throws InterruptedException {
    models.answer(seen ->
        seen.format() == WireFormat.GEMINI
            ? new MockResponse.Builder().code(401).build()
            : FakeModels.json(Wire.said(seen.format(), "{\"form\": \"open\"}")));
    assertThat(answer(FORM, WireFormat.GEMINI, WireFormat.RESPONSES))
        .isEqualTo(new ChairReply.FormChoice(BallotForm.OPEN));
  }

  @Test
  void aChairThatFailsSaysWhy() throws InterruptedException {
    models.answer(_ -> new MockResponse.Builder().code(402).body("no credit").build());
    assertThat(answer(FORM, WireFormat.GEMINI, WireFormat.RESPONSES))
        .isEqualTo(new ChairReply.Failed(new Cause.ProviderError("402: no credit")));
  }
}
