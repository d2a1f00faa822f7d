package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private static final AddressGuard STRICT = new AddressGuard(false);
  private static final AddressGuard PRIVATE = new AddressGuard(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com/v1",
        "https://203.0.113.7",
        "http://127.0.0.1:1234/v1",
        "http://localhost:11434",
        "http://[::1]:8080",
      })
  void mayBeCalled(String url) {
    assertThat(STRICT.objection(HttpUrl.get(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com",
        "https://10.0.0.5",
        "https://192.168.1.2",
        "https://172.16.0.1",
        "https://100.64.0.1",
        "https://[fd12::1]",
        "http://192.168.1.2:1234",
      })
  void mayBeCalledOnlyIfPrivateAddressesAreMeant(String url) {
    assertThat(STRICT.objection(HttpUrl.get(url))).isPresent();
    assertThat(PRIVATE.objection(HttpUrl.get(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "https://169.254.1.1",
        "https://[fe80::1]",
        "https://[fd00:ec2::254]",
        "https://100.100.100.200",
        "https://168.63.129.16",
        "https://0.0.0.0",
        "https://[::]",
        "https://224.0.0.1",
        "https://[::ffff:169.254.169.254]",
        "https://[64:ff9b::a9fe:a9fe]",
      })
  void mayNeverBeCalled(String url) {
    assertThat(STRICT.objection(HttpUrl.get(url))).isPresent();
    assertThat(PRIVATE.objection(HttpUrl.get(url))).isPresent();
  }

  @Test
  void aNameIsJudgedByWhatItResolvesTo() throws UnknownHostException {
    assertThat(STRICT.lookup("localhost")).isNotEmpty();
    // The resolver reads this as 127.0.0.1, though it does not look like it.
    assertThatThrownBy(() -> STRICT.lookup("2130706433")).isInstanceOf(UnknownHostException.class);
  }
}
