package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Argument;
import dev.roundtable.debate.ArgumentId;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.StopOrder;
import dev.roundtable.panelist.DemoPanel;
import dev.roundtable.panelist.ScriptedPanel;
import dev.roundtable.session.Chair;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
import dev.roundtable.session.Tables;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A debate that was exported and is played again says the same. */
@Timeout(60)
class ReplayTest {
  private static final Words WORDS = Words.in(Locale.ENGLISH);
  private static final Question VOTE =
      new Question("Should we ship?", List.of("Yes", "No", "Only later"), null);

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 30);
  }

  private static Debate play(String id, Table table, Question question, List<String> followUps)
      throws Exception {
    var request = Play.asks(table, question, Rules.DEFAULT, Given.ANNA);
    return Play.of(id, table, new StillTimer(), request, followUps);
  }

  private static Debate again(Debate debate, List<String> followUps) throws Exception {
    var record = JsonExport.write(debate, WORDS);
    var table = ScriptedPanel.table(record, new StillTimer());
    return play("again-" + debate.id(), table, debate.question(), followUps);
  }

  private static void playsTheSame(Debate debate, List<String> followUps) throws Exception {
    assertThat(sections(again(debate, followUps))).isEqualTo(sections(debate));
  }

  // A replay says at the head that it is scripted, and at the end that nobody was paid.
  private static List<Section> sections(Debate debate) {
    var sections = new ArrayList<>(Transcripts.of(debate, WORDS).sections());
    sections.removeIf(section -> section.key().endsWith("/record"));
    sections.removeIf(section -> section.key().equals("notice"));
    return sections;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDemoDebateIsPlayedAgainWordForWord(int seed) throws Exception {
    var followUps = List.of("The lawyers say: only later.", "And yes, we have the money.");
    for (var question : List.of(VOTE, Given.asking("How do we begin?"))) {
      var table = DemoPanel.table("demo", new StillTimer(), Duration.ZERO);
      var debate = play("seed-" + seed, table, question, followUps);
      assertThat(Transcripts.of(again(debate, followUps), WORDS))
          .isEqualTo(Transcripts.of(debate, WORDS));
    }
  }

  private static Panelist says(String option, String reasons) {
    return brief -> Tables.reply(Given.vote(brief.seat(), option, reasons));
  }

  // Moves in the second round, because of the argument for that option.
  private static Panelist moves(String from, String to) {
    return brief ->
        Tables.reply(
            brief.round() == 1
                ? Given.vote(brief.seat(), from, "Hm.")
                : new Ballot.Vote(
                    brief.seat(), Given.option(to), "Ok.", null, argumentFor(brief, to)));
  }

  private static ArgumentId argumentFor(Brief brief, String option) {
    return brief.arguments().stream()
        .filter(argument ->
            argument instanceof Argument.OfSeats said && said.option().equals(Given.option(option)))
        .map(Argument::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aShortArgumentAndOneThatStandsOnBothSidesIsFoundAgain() throws Exception {
    for (int i = 0; i < 10; i++) {
      var table =
          Tables.of(
              says("a", "No."),
              says("b", "No."),
              says("c", "a1"),
              moves("c", "a"),
              moves("c", "b"));
      var debate = play("short-" + i, table, Given.question("a", "b", "c"), List.of());
      assertThat(debate.changes()).hasSize(2).allSatisfy(c -> assertThat(c.because()).isNotNull());
      playsTheSame(debate, List.of());
    }
  }

  @Test
  void everyCauseIsPlayedAgain() throws Exception {
    var until = Instant.parse("2026-01-01T00:00:00Z");
    var anna = new Person("u1", "Anna");
    var causes =
        List.<Cause>of(
            new Cause.TimedOut(Duration.ofSeconds(61)),
            new Cause.Refused("I would rather not."),
            new Cause.Unreadable("..."),
            new Cause.CutOff(),
            new Cause.Filtered("safety"),
            new Cause.ProviderError("503"),
            new Cause.Benched(until, "503"),
            new Cause.NotAllowed("no"),
            new Cause.Halted(new StopOrder.Stop(anna)),
            new Cause.Halted(new StopOrder.FinishNow(anna)),
            new Cause.Halted(new StopOrder.DeadlinePassed(Duration.ofSeconds(180))),
            new Cause.Halted(new StopOrder.BudgetSpent("spent")));
    for (var cause : causes) {
      var fails = (Panelist) brief -> Tables.reply(new Ballot.Abstention(brief.seat(), cause));
      var table = Tables.of(says("a", "x"), says("b", "y"), says("b", "z"), fails);
      var debate = play("cause", table, Given.question("a", "b"), List.of());
      playsTheSame(debate, List.of());
      var cast = again(debate, List.of()).rounds().getFirst().of(Given.seat(4)).orElseThrow();
      assertThat(((Ballot.Abstention) cast.ballot()).cause().getClass())
          .isEqualTo(cause.getClass());
    }
  }

  @Test
  void eachVerdictKeepsItsOwnSummaryAndWhyItIsNotTheChairs() throws Exception {
    var asked = new AtomicInteger();
    Chair chair =
        task ->
            new Chair.Answer(
                summary((ChairTask.Summarise) task, asked.incrementAndGet()), Provenance.CODE);
    var panelists = Tables.all(3, i -> says(i == 1 ? "a" : "b", "Reason " + i + "."));
    var followUps = List.of("One.", "Two.", "Three.", "Four.");
    var debate =
        play("summaries", Tables.chaired(chair, panelists), Given.question("a", "b"), followUps);
    assertThat(debate.rulings()).hasSize(5);
    playsTheSame(debate, followUps);
  }

  private static ChairReply summary(ChairTask.Summarise task, int number) {
    var draft = (ChairReply.SummaryDraft) Tables.draft(task, "Summary " + number + ".");
    return switch (number) {
      case 2 -> new ChairReply.Failed(new Cause.TimedOut(Duration.ofSeconds(60)));
      case 3 -> new ChairReply.SummaryDraft(Given.options("a"), draft.votes(), draft.summary());
      case 4 -> new ChairReply.SummaryDraft(draft.winners(), Map.of(), draft.summary());
      default -> draft;
    };
  }

  @Test
  void aPanelWithoutAChairHasNoneWhenItIsPlayedAgain() throws Exception {
    var table = Tables.of(says("a", "x"), says("a", "y"));
    var debate = again(play("bare", table, Given.question("a", "b"), List.of()), List.of());
    assertThat(debate.panel().chaired()).isFalse();
    assertThat(debate.chairFailures()).isEmpty();
  }

  @Test
  void whoPutPositionsTogetherIsKept() throws Exception {
    Panelist says =
        brief ->
            Tables.reply(
                brief.open()
                    ? new Ballot.Position(
                        brief.seat(), "Do it " + brief.seat() + ".", "Because.", null)
                    : Given.vote(brief.seat(), brief.options().getFirst().id().value(), "Yes."));
    for (var chair : List.<Chair>of(ReplayTest::groups, ReplayTest::fails)) {
      var table = Tables.chaired(chair, says, says, says);
      playsTheSame(play("open", table, Given.asking("How do we begin?"), List.of()), List.of());
    }
  }

  private static Chair.Answer groups(ChairTask task) {
    return new Chair.Answer(
        switch (task) {
          case ChairTask.ChooseForm _ -> new ChairReply.FormChoice(BallotForm.OPEN);
          case ChairTask.GroupPositions _ ->
              new ChairReply.Grouping(
                  List.of(
                      new ChairReply.Group("Do it s3", Set.of(Given.seat(3))),
                      new ChairReply.Group("Do it s1", Set.of(Given.seat(1), Given.seat(2)))));
          case ChairTask.Summarise summarise -> Tables.draft(summarise, "So it goes.");
        },
        Provenance.CODE);
  }

  private static Chair.Answer fails(ChairTask task) {
    return new Chair.Answer(new ChairReply.Failed(new Cause.ProviderError("503")), Provenance.CODE);
  }
}
