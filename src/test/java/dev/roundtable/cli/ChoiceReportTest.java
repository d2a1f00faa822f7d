package dev.roundtable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.config.PanelChoice;
import dev.roundtable.debate.Seat;
import dev.roundtable.transcript.Words;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why no panel can be asked, in the language of whoever asked. */
class ChoiceReportTest {
  private static final ChoiceReport GERMAN = new ChoiceReport(Words.in(Locale.GERMAN));
  private static final ChoiceReport ENGLISH = new ChoiceReport(Words.in(Locale.ENGLISH));

  @Test
  void aPanelThatDoesNotExist() {
    var lack =
        new PanelChoice.Lack.NoSuchPanel(
            "\"openruoter\"", List.of("openrouter", "local"), Optional.of("openrouter"));
    var none = new PanelChoice.None(lack, List.of());
    assertThat(ENGLISH.none(none))
        .isEqualTo(
            "There is no panel \"openruoter\"; choose one of openrouter, local. Did you mean"
                + " openrouter?");
    assertThat(GERMAN.none(none))
        .isEqualTo(
            "Es gibt keine Runde \"openruoter\"; wählen Sie eine von openrouter, local. Meinten"
                + " Sie openrouter?");
  }

  @Test
  void panelsThatCannotReachTheirQuorum() {
    var keyless =
        new PanelChoice.Missing(
            new Seat("a", "Ada"), new PanelChoice.Remedy.SetVariable("OPENROUTER_API_KEY"));
    var down =
        new PanelChoice.Missing(
            new Seat("b", "Bo"),
            new PanelChoice.Remedy.StartServer("ollama", URI.create("http://127.0.0.1:11434/v1")));
    var unwritten =
        new PanelChoice.Missing(
            new Seat("c", "Cleo"), new PanelChoice.Remedy.WriteKey("/run/secrets/key"));
    var skipped =
        List.of(
            new PanelChoice.Skipped("openrouter", List.of(keyless)),
            new PanelChoice.Skipped("local", List.of(down, unwritten)));
    var none = new PanelChoice.None(new PanelChoice.Lack.NoQuorumAnywhere(), skipped);
    assertThat(ENGLISH.none(none))
        .isEqualTo(
            "No panel can reach its quorum. Passed over: openrouter (set OPENROUTER_API_KEY) and"
                + " local (start ollama at http://127.0.0.1:11434/v1 and write the key into the"
                + " file /run/secrets/key). The command check tells more.");
    assertThat(GERMAN.none(none))
        .isEqualTo(
            "In keiner Runde können genug antworten. Übergangen: openrouter (OPENROUTER_API_KEY"
                + " setzen) und local (ollama unter http://127.0.0.1:11434/v1 starten und den"
                + " Schlüssel in die Datei /run/secrets/key schreiben). Der Befehl check sagt"
                + " mehr.");
    var named = new PanelChoice.None(new PanelChoice.Lack.NoQuorum("local"), List.of());
    assertThat(GERMAN.none(named)).isEqualTo("In der Runde local können zu wenige antworten.");
  }
}
