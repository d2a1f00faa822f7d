package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptsTest {
  private static Prompts.Parsed parsed(String name, String text) {
    var texts = ShippedPrompts.texts();
    texts.put(name, text);
    return Prompts.parse(texts);
  }

  @Test
  void thePromptsThatComeWithTheProjectAreGood() {
    assertThat(Prompts.parse(ShippedPrompts.texts())).isInstanceOf(Prompts.Parsed.Read.class);
    assertThat(ShippedPrompts.texts().keySet()).isEqualTo(Prompts.PLACEHOLDERS.keySet());
  }

  @Test
  void allProblemsAreReportedTogether() {
    var sentences =
        switch (parsed("chair-form", "{{ question }} {{context}} {{mark}} {{exmaple}}")) {
          case Prompts.Parsed.Read _ -> throw new AssertionError();
          case Prompts.Parsed.Rejected(var problems) ->
              problems.stream().map(Prompts.Problem::sentence).toList();
        };
    assertThat(sentences)
        .containsExactly(
            "The prompt chair-form lacks {{example}}.",
            "The prompt chair-form holds {{exmaple}}, which nothing fills in.");
  }

  @Test
  void aPromptThatIsMissingOrUnknownIsAProblem() {
    assertThat(parsed("rules", " "))
        .hasToString(rejected("rules", "The prompt rules is missing or empty."));
    assertThat(parsed("ruels", "x"))
        .hasToString(rejected("ruels", "There is no prompt of the name ruels."));
  }

  private static String rejected(String name, String sentence) {
    return "Rejected[problems=[Problem[prompt=" + name + ", sentence=" + sentence + "]]]";
  }

  @Test
  void whatIsFilledInIsNotLookedThroughAgain() {
    var template = new Template("{{a}} $1 {{b}}");
    assertThat(template.filled(Map.of("a", "{{b}} \\ $0", "b", "x"))).isEqualTo("{{b}} \\ $0 $1 x");
  }
}
