package dev.roundtable.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SocketProbeTest {
  private final ServerProbe probe = new SocketProbe();

  @Test
  void aServerThatListensAnswersUntilItIsClosed() throws IOException {
    URI url;
    try (var server = new ServerSocket(FreePort.draw(), 1, InetAddress.getLoopbackAddress())) {
      url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
      assertThat(probe.answers(url)).isTrue();
    }
    assertThat(probe.answers(url)).isFalse();
  }

  @Test
  void anUnknownHostDoesNotAnswer() {
    assertThat(probe.answers(URI.create("http://nobody.invalid/v1"))).isFalse();
  }
}
