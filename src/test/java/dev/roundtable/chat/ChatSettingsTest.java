package dev.roundtable.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Venue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ChatSettingsTest {
  private static final ChatSettings FILE =
      new ChatSettings(
          Optional.of("openrouter"), Optional.empty(), Askers.MEMBERS, FollowUps.ADDRESSED);
  private static final Predicate<String> PANELS = Set.of("openrouter", "local")::contains;

  private static ChannelSettings panel(String name) {
    return new ChannelSettings(
        Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static ChannelSettings style(Venue.Style style) {
    return new ChannelSettings(
        Optional.empty(), Optional.of(style), Optional.empty(), Optional.empty());
  }

  private static ChannelSettings people(Askers askers, FollowUps followUps) {
    return new ChannelSettings(
        Optional.empty(), Optional.empty(), Optional.of(askers), Optional.of(followUps));
  }

  @Test
  void whereNothingWasChosenTheFileHolds() {
    var resolved = FILE.resolve(ChannelSettings.NONE, ChannelSettings.NONE, PANELS);
    assertThat(resolved.settings()).isEqualTo(FILE);
    assertThat(resolved.heldBack()).isEmpty();
  }

  @Test
  void theWorkspaceGoesOverTheFileAndTheChannelOverTheWorkspace() {
    var none = ChannelSettings.NONE;
    assertThat(FILE.resolve(none, panel("local"), PANELS).settings().panel()).contains("local");
    assertThat(FILE.resolve(panel("openrouter"), panel("local"), PANELS).settings().panel())
        .contains("openrouter");
    assertThat(FILE.resolve(none, style(Venue.Style.DIGEST), PANELS).settings().style())
        .contains(Venue.Style.DIGEST);
    assertThat(
            FILE.resolve(style(Venue.Style.VOICES), style(Venue.Style.DIGEST), PANELS)
                .settings()
                .style())
        .contains(Venue.Style.VOICES);
  }

  @Test
  void eachSettingIsWeighedByItself() {
    var settings = FILE.resolve(panel("local"), style(Venue.Style.DIGEST), PANELS).settings();
    assertThat(settings.panel()).contains("local");
    assertThat(settings.style()).contains(Venue.Style.DIGEST);
    assertThat(settings.mayAsk()).isEqualTo(Askers.MEMBERS);
  }

  @Test
  void aChoiceMayNarrow() {
    var narrow = people(Askers.ADMINS, FollowUps.MENTION);
    var resolved = FILE.resolve(narrow, ChannelSettings.NONE, PANELS);
    assertThat(resolved.settings().mayAsk()).isEqualTo(Askers.ADMINS);
    assertThat(resolved.settings().followUps()).isEqualTo(FollowUps.MENTION);
    assertThat(resolved.heldBack()).isEmpty();
  }

  @Test
  void aChoiceNeverWidensAndThatIsSaid() {
    var wide = people(Askers.EVERYONE, FollowUps.EVERY_REPLY);
    var resolved = FILE.resolve(wide, ChannelSettings.NONE, PANELS);
    assertThat(resolved.settings()).isEqualTo(FILE);
    assertThat(resolved.heldBack())
        .containsExactly(
            new ChatSettings.HeldBack.WiderAskers(), new ChatSettings.HeldBack.FreerFollowUps());
  }

  @Test
  void aChannelMayNotWidenWhatItsWorkspaceNarrowedBeyondTheFile() {
    var resolved =
        FILE.resolve(
            people(Askers.EVERYONE, FollowUps.ADDRESSED),
            people(Askers.ADMINS, FollowUps.MENTION),
            PANELS);
    assertThat(resolved.settings().mayAsk()).isEqualTo(Askers.MEMBERS);
    assertThat(resolved.settings().followUps()).isEqualTo(FollowUps.ADDRESSED);
  }

  @Test
  void aPanelThatIsGoneGivesWayToTheFiles() {
    var resolved = FILE.resolve(panel("retired"), ChannelSettings.NONE, PANELS);
    assertThat(resolved.settings().panel()).contains("openrouter");
    assertThat(resolved.heldBack())
        .containsExactly(new ChatSettings.HeldBack.NoSuchPanel("retired"));
  }

  @Test
  void eightVoicesAreTheMost() {
    assertThat(Venue.Style.forSeats(8)).isEqualTo(Venue.Style.VOICES);
    assertThat(Venue.Style.forSeats(9)).isEqualTo(Venue.Style.DIGEST);
  }
}
