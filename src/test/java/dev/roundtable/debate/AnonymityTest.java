package dev.roundtable.debate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymityTest {
  private static final Anonymity ANONYMITY = new Anonymity(List.of("Kim", "The Sceptic (loud)"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "As Claude, I would wait. | I would wait.",
        "As Claude I would wait. | I would wait.",
        "I am GPT-5 and I would wait. | I would wait.",
        "I'm Gemini 2.5 Pro, and we should wait. | We should wait.",
        "I’m Kimi. We should wait. | We should wait.",
        "As an AI language model made by OpenAI, I would wait. | I would wait.",
        "As a large language model trained by Google, I would wait. | I would wait.",
        "As an AI, I would wait. | I would wait.",
        "Speaking as Grok: wait. | Wait.",
        "My name is DeepSeek. We should wait. | We should wait.",
        "This is Claude, and we should wait. | We should wait.",
        "Claude here: we should wait. | We should wait.",
        "**Claude:** we should wait. | We should wait.",
        "We should wait. As Claude, I mean it. | We should wait. I mean it.",
        "Als KI-Sprachmodell sehe ich das anders. | Sehe ich das anders.",
        "Als Claude würde ich warten. | Würde ich warten.",
        "Als KI-Modell von Google rate ich ab. | Rate ich ab.",
        "Ich bin Claude und rate ab. | Rate ab.",
        "Ich bin ein von OpenAI entwickeltes Sprachmodell. Wir sollten warten. | Wir sollten warten.",
        "As an Anthropic model, I would wait. | I would wait.",
        "As Anthropic's assistant, I would wait. | I would wait.",
        "As an OpenAI language model I would wait. | I would wait.",
        "Als Google-Sprachmodell rate ich ab. | Rate ich ab.",
        "I was trained by Anthropic. We should wait. | We should wait.",
        "I was created and trained by OpenAI, and we should wait. | We should wait.",
        "As The Sceptic (loud), I would wait. | I would wait.",
        "The Sceptic (loud): we should wait. | We should wait."
      })
  void whoSpeaksOfItselfIsNotNamed(String said, String read) {
    assertThat(ANONYMITY.strip(said)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n— Claude", "\n\n– GPT-5.", "\n-- The Sceptic (loud)"})
  void whoSignsIsNotNamed(String signature) {
    assertThat(ANONYMITY.strip("We should wait." + signature)).isEqualTo("We should wait.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Claude is strong at code, Gemini is cheap.",
        "- Claude: strong at code\n- Gemini: cheap\n- GPT-5: everywhere",
        "We should use Claude as an assistant and keep GPT-5 as a fallback.",
        "As AI spreads, mistakes get cheaper.",
        "As AI agents get better, we need fewer rules.",
        "As language changes, so do labels.",
        "They sell it as AI, but it is a regular expression.",
        "It behaves just as GPT does.",
        "Treat it as command, not as advice.",
        "I am aiming, and you should too.",
        "As a system, it fails.",
        "An Anthropic model costs more than a Google model.",
        "The service was built by Google, and it was closed by Google.",
        "I was trained by the best.",
        "These lead:\n- Gemini\n- Claude",
        "npm is enough.",
        "This is AI, not magic."
      })
  void talkAboutModelsStays(String said) {
    assertThat(ANONYMITY.strip(said)).isEqualTo(said);
  }
}
