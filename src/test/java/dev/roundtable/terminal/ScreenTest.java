package dev.roundtable.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.export.Ink;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static Screen screen(boolean terminal, Map<String, String> environment) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return Screen.of(nowhere, nowhere, terminal, environment);
  }

  @Test
  void aTerminalIsRich() {
    assertThat(screen(true, Map.of()).rich()).isTrue();
    assertThat(screen(true, Map.of()).ink().paint(Ink.Tone.STRONG, "x")).contains("\u001b[1m");
  }

  @Test
  void withoutATerminalOrWithNoColorOrInANarrowOrDumbOneItIsPlain() {
    assertThat(screen(false, Map.of()).rich()).isFalse();
    assertThat(screen(true, Map.of("NO_COLOR", "1")).rich()).isFalse();
    assertThat(screen(true, Map.of("TERM", "dumb")).rich()).isFalse();
    assertThat(screen(true, Map.of("COLUMNS", "39")).rich()).isFalse();
    assertThat(screen(true, Map.of()).withWidth(39).rich()).isFalse();
    assertThat(screen(false, Map.of()).ink().paint(Ink.Tone.STRONG, "x")).isEqualTo("x");
  }

  @Test
  void anEmptyNoColorIsNone() {
    assertThat(screen(true, Map.of("NO_COLOR", "")).rich()).isTrue();
  }

  @Test
  void theWidthIsTheTerminalsWithinReason() {
    assertThat(screen(true, Map.of("COLUMNS", "72")).width()).isEqualTo(72);
    assertThat(screen(true, Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
    assertThat(screen(true, Map.of("COLUMNS", "400")).width()).isEqualTo(100);
    assertThat(screen(true, Map.of()).withWidth(0).width()).isEqualTo(80);
  }

  @Test
  void progressInAFileIsPlainWhateverTheTerminal() {
    var screen = screen(true, Map.of()).withPlainLive().withWidth(90);
    assertThat(screen.ink().paint(Ink.Tone.STRONG, "x")).contains("\u001b[1m");
    assertThat(screen.liveInk().paint(Ink.Tone.STRONG, "x")).isEqualTo("x");
    assertThat(screen.liveRich()).isFalse();
  }
}
