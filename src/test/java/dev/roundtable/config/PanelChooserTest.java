package dev.roundtable.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of the panels that ship is chosen, by what the newcomer has. */
class PanelChooserTest {
  private static final ServerProbe NOTHING_RUNS = _ -> false;

  private static Configuration shipped(Map<String, String> environment) {
    return Folders.valid(Folders.loader(new ConfigFolder(Optional.empty()), environment).load());
  }

  private static PanelChoice choose(
      Map<String, String> environment, ServerProbe probe, String name, boolean scriptedToo) {
    var chooser = new PanelChooser(shipped(environment), probe);
    return chooser.choose(Optional.of(name).filter(n -> !n.isEmpty()), scriptedToo);
  }

  private static PanelChoice.Chosen chosen(PanelChoice choice) {
    return (PanelChoice.Chosen) choice;
  }

  private static PanelChoice.None none(PanelChoice choice) {
    return (PanelChoice.None) choice;
  }

  private static final Map<String, String> OPENROUTER = Map.of("OPENROUTER_API_KEY", "k");

  @Test
  void anOpenRouterKeyIsEnough() {
    var choice = chosen(choose(OPENROUTER, NOTHING_RUNS, "", true));
    assertThat(choice.panel().name()).isEqualTo("openrouter");
    assertThat(choice.why())
        .isEqualTo(
            "Panel openrouter, because it is the first that can reach its quorum: 6 of 6 seats are"
                + " usable.");
    assertThat(choice.missing()).isEmpty();
    assertThat(choice.skipped()).isEmpty();
  }

  @Test
  void ollamaAloneIsEnough() {
    ServerProbe ollama = url -> url.equals(URI.create("http://127.0.0.1:11434/v1"));
    var choice = chosen(choose(Map.of(), ollama, "", true));
    assertThat(choice.panel().name()).isEqualTo("local");
    assertThat(choice.skipped())
        .extracting(PanelChoice.Skipped::panel)
        .containsExactly("openrouter", "direct");
    assertThat(choice.skipped().getFirst().missing())
        .extracting(PanelChoice.Missing::remedy)
        .containsOnly(new PanelChoice.Remedy.SetVariable("OPENROUTER_API_KEY"));
  }

  @Test
  void fourOfSixDirectKeysReachTheQuorumAndTheOthersAreNamed() {
    var four = new HashMap<String, String>();
    for (var vendor : List.of("OPENAI", "XAI", "GEMINI", "ANTHROPIC")) {
      four.put(vendor + "_API_KEY", "k");
    }
    var choice = chosen(choose(four, NOTHING_RUNS, "", true));
    assertThat(choice.panel().name()).isEqualTo("direct");
    assertThat(choice.missing())
        .extracting(missing -> missing.seat().name(), PanelChoice.Missing::remedy)
        .containsExactly(
            tuple("Sonar", new PanelChoice.Remedy.SetVariable("PERPLEXITY_API_KEY")),
            tuple("Kimi K2.6", new PanelChoice.Remedy.SetVariable("MOONSHOT_API_KEY")));
    four.remove("OPENAI_API_KEY");
    var three = chosen(choose(four, NOTHING_RUNS, "", true));
    assertThat(three.panel().name()).as("half of the seats is no quorum").isEqualTo("demo");
  }

  @Test
  void withNothingTheDemoIsTakenAndSaysWhy() {
    var choice = chosen(choose(Map.of(), NOTHING_RUNS, "", true));
    assertThat(choice.panel()).isInstanceOf(ConfiguredPanel.Scripted.class);
    assertThat(choice.why())
        .isEqualTo(
            "Panel demo, because no panel of models can reach its quorum: its words are scripted.");
    assertThat(choice.skipped().getLast().missing())
        .extracting(PanelChoice.Missing::remedy)
        .containsOnly(
            new PanelChoice.Remedy.StartServer("ollama", URI.create("http://127.0.0.1:11434/v1")));
  }

  @Test
  void chatNeverFallsBackToTheDemo() {
    var choice = none(choose(Map.of(), NOTHING_RUNS, "", false));
    assertThat(choice.why()).isEqualTo(new PanelChoice.Lack.NoQuorumAnywhere());
    assertThat(choice.skipped()).hasSize(3);
  }

  @Test
  void theDemoIsTakenWhenItIsNamed() {
    var choice = chosen(choose(OPENROUTER, NOTHING_RUNS, "demo", false));
    assertThat(choice.panel().name()).isEqualTo("demo");
    assertThat(choice.why()).isEqualTo("Panel demo, because it was named: its words are scripted.");
  }

  @Test
  void aNamedPanelWithoutAQuorumIsNotReplacedByAnother() {
    var choice = none(choose(OPENROUTER, NOTHING_RUNS, "local", true));
    assertThat(choice.why()).isEqualTo(new PanelChoice.Lack.NoQuorum("local"));
    assertThat(choice.skipped()).extracting(PanelChoice.Skipped::panel).containsExactly("local");
  }

  @Test
  void anUnknownPanelIsGuessed() {
    var choice = none(choose(OPENROUTER, NOTHING_RUNS, "openruoter", true));
    assertThat(choice.why())
        .isInstanceOfSatisfying(
            PanelChoice.Lack.NoSuchPanel.class,
            lack -> {
              assertThat(lack.name()).isEqualTo("\"openruoter\"");
              assertThat(lack.names()).startsWith("openrouter");
              assertThat(lack.near()).contains("openrouter");
            });
  }

  @Test
  void eachServerIsProbedOnceAndOnlyWhenItMatters() {
    var probed = new ArrayList<URI>();
    ServerProbe counting = url -> !probed.add(url);
    var withKey = chosen(choose(OPENROUTER, counting, "", true));
    assertThat(withKey.panel().name()).isEqualTo("openrouter");
    assertThat(probed).isEmpty();
    var without = chosen(choose(Map.of(), counting, "", true));
    assertThat(without.panel().name()).isEqualTo("demo");
    assertThat(probed).hasSize(1);
  }

  @Test
  void aPanelOfTwoNeedsBoth() {
    var environment =
        Map.of("OPENAI_API_KEY", "k", "ROUNDTABLE__PANELS__PAIR__SEATS", "gpt-direct,grok-direct");
    assertThat(none(choose(environment, NOTHING_RUNS, "pair", true)).skipped().getFirst().missing())
        .hasSize(1);
  }
}
