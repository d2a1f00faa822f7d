package dev.roundtable.slack;

import static dev.roundtable.slack.SlackWorld.ANNA;
import static dev.roundtable.slack.SlackWorld.BEN;
import static dev.roundtable.slack.SlackWorld.CARL;
import static dev.roundtable.slack.SlackWorld.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roundtable.debate.StopReason;
import dev.roundtable.debate.Venue;
import dev.roundtable.slack.FakeSlack.Home;
import dev.roundtable.slack.FakeSlack.Someone;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is one of us and who is meant, where more than one workspace, person or app takes part. */
@Timeout(60)
class SlackWorkspacesTest {
  private static final String QUESTION = "Should we? | Yes | No";
  private static final String PARTNER = "TPARTNER";
  private static final String PAGER = "UPAGER";

  @TempDir Path folder;
  private SlackWorld world;
  private FakeSlack slack;

  @BeforeEach
  void begin() throws Exception {
    world = new SlackWorld(folder, SlackFrontEndTest.SCRIPT, false);
    slack = world.slack;
    slack.organisation = "EOURS";
    slack.people.put(PAGER, new Someone("pager", false, false, false, true));
    world.start();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void told(String words) throws InterruptedException {
    slack.await(() -> slack.asides.stream().anyMatch(aside -> aside.text().contains(words)));
  }

  @Test
  void whatSeveralPeopleWriteToEachOtherIsNotMeantForTheBot() throws Exception {
    slack.channel("G1").isGroup = true;
    slack.write("G1", BEN, "Lunch at noon?", null);
    slack.mention("G1", ANNA, QUESTION, null);
    world.settled("debate-1");
    var debate = world.debate("debate-1");
    assertThat(debate.question().text()).isEqualTo("Should we?");
    assertThat(debate.opened().venue().reach()).isEqualTo(Venue.Reach.PRIVATE);

    var card = slack.all(message -> message.user.equals(FakeSlack.BOT)).getFirst();
    var aside = slack.write("G1", CARL, "Ben, bring the cake.", card.ts);
    slack.await(() -> slack.reactions.contains(aside.ts + " eyes"));
    assertThat(world.debate("debate-1").rulings()).hasSize(1);
  }

  @Test
  void inAChannelThatAPartnerSharesOurPeopleAreOursAndTheirsAreTheirs() throws Exception {
    slack.elsewhere.put(CARL, new Home(PARTNER, null, List.of()));
    slack.origin = PARTNER;
    slack.mention(CHANNEL, CARL, QUESTION, null);
    told("people of other organisations");

    slack.mention(CHANNEL, ANNA, QUESTION, null);
    world.settled("debate-1");
    var card = slack.all(message -> message.user.equals(FakeSlack.BOT)).getFirst();
    slack.mention(CHANNEL, BEN, "And on Mondays?", card.ts);
    world.timer.until(() -> world.debate("debate-1").rulings().size() == 2);
    assertThat(world.debate("debate-1").opened().venue().workspace()).isEqualTo(FakeSlack.TEAM);
  }

  @Test
  void whoeverBelongsToOurOrganisationIsOursInEachOfItsWorkspaces() throws Exception {
    slack.elsewhere.put(ANNA, new Home("TOTHER", "EOURS", List.of("TOTHER", FakeSlack.TEAM)));
    slack.elsewhere.put(BEN, new Home("EOURS", "EOURS", List.of("TOTHER")));
    slack.command(CHANNEL, ANNA, QUESTION);
    world.settled("debate-1");
    slack.command(CHANNEL, BEN, QUESTION);
    world.settled("debate-2");
    assertThat(slack.asides).isEmpty();
  }

  @Test
  void whoeverBelongsToAPartnersOrganisationIsNot() throws Exception {
    slack.elsewhere.put(ANNA, new Home("EPARTNER", "EPARTNER", List.of(PARTNER)));
    slack.command(CHANNEL, ANNA, QUESTION);
    told("people of other organisations");
  }

  @Test
  void whereTheAppIsThereForAWholeOrganisationButtonsAndFormsWork() throws Exception {
    slack.orgWide = true;
    slack.globalShortcut(ANNA);
    slack.await(() -> !slack.views.isEmpty());
    slack.submit(
        slack.lastView(),
        ANNA,
        Map.of("question", "Should we?", "options", "Yes\nNo", "conversation", CHANNEL));
    slack.await(() -> world.isPosted("debate-1"));
    slack.press(slack.inChannel(CHANNEL).getFirst(), ANNA, "Stop");
    // No time passes meanwhile, so that nothing else ends it.
    slack.await(() -> world.debate("debate-1").lastRuling().isPresent());
    var ruling = world.debate("debate-1").lastRuling().orElseThrow();
    assertThat(ruling.reached().reason()).isEqualTo(StopReason.STOPPED);
  }

  private String contextOf(FakeMessage about, String question) throws Exception {
    slack.messageShortcut(about, ANNA);
    slack.await(() -> !slack.views.isEmpty());
    slack.submit(slack.lastView(), ANNA, Map.of("question", question));
    slack.await(() -> !slack.asides.isEmpty());
    slack.press(slack.lastAside(), "Start");
    world.settled("debate-1");
    @Nullable String context = world.debate("debate-1").question().context();
    return String.valueOf(context);
  }

  @Test
  void whatAnotherAppPostedIsAskedAboutToo() throws Exception {
    var alert = slack.add(CHANNEL, PAGER, "", null);
    var header = JsonNodeFactory.instance.objectNode().put("type", "header");
    header.putObject("text").put("type", "plain_text").put("text", "Disk full on db-7");
    alert.blocks = JsonNodeFactory.instance.arrayNode().add(header);
    slack.add(CHANNEL, BEN, "Again?", alert.ts);

    assertThat(contextOf(alert, "What caused this?"))
        .isEqualTo("App A: Disk full on db-7\nPerson B: Again?");
  }

  @Test
  void whatHoldsNoWordsIsNotAskedAbout() throws Exception {
    var empty = slack.add(CHANNEL, PAGER, "", null);
    empty.blocks = JsonNodeFactory.instance.arrayNode();
    slack.messageShortcut(empty, ANNA);
    slack.await(() -> !slack.views.isEmpty());
    slack.submit(slack.lastView(), ANNA, Map.of("question", "What caused this?"));
    told("Nothing stands in that message");
    assertThat(slack.all(message -> message.user.equals(FakeSlack.BOT))).isEmpty();
  }

  @Test
  void ofALongThreadModelsReadItsBeginningWhatIsAskedAboutAndTheLatest() throws Exception {
    var root = slack.add(CHANNEL, BEN, "It began here.", null);
    var asked = root;
    for (int i = 1; i <= 450; i++) {
      var said = slack.add(CHANNEL, CARL, "Number " + i + " " + "x".repeat(400), root.ts);
      asked = i == 30 ? said : asked;
    }

    var context = contextOf(asked, "Is this right?");

    assertThat(context)
        .startsWith("Person A: It began here.\n(messages left out here: 29)\n")
        .contains("Person B: Number 30 ", "Person B: Number 449 ", "Person B: Number 450 ")
        .doesNotContain("Number 29 ", "Number 31 ");
    assertThat(context.length()).isBetween(99_000, 100_000);
  }

  @Test
  void whatIsSaidToWhoeverPressesInAThreadStandsInThatThread() throws Exception {
    slack.command(CHANNEL, ANNA, QUESTION);
    world.settled("debate-1");
    var card = slack.inChannel(CHANNEL).getFirst();
    var verdict =
        slack.inThread(card).stream()
            .filter(message -> message.blocks.toString().contains("Delete"))
            .findFirst()
            .orElseThrow();
    slack.press(verdict, BEN, "Delete");
    told("Only Anna");
    assertThat(slack.lastAside().thread()).isEqualTo(card.ts);
  }
}
