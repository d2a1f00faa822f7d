package dev.roundtable.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.limits.Allowance;
import dev.roundtable.web.WebSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {
  private static final int READERS = 16;

  @TempDir Path folder;
  private final SettableTimer timer = new SettableTimer();

  private ConfigWatch watch(Path watched) {
    var loader = Folders.loader(new ConfigFolder(Optional.of(watched)), Map.of());
    return switch (ConfigWatch.start(loader, timer, Runnable::run)) {
      case ConfigWatch.Start.Watching(var watch) -> watch;
      case ConfigWatch.Start.Failed(var problems) -> throw new AssertionError(problems);
    };
  }

  private void write(String text) {
    Folders.write(folder, Folders.complete(text));
  }

  private void twoLooks() {
    timer.pass(ConfigWatch.INTERVAL.multipliedBy(2));
  }

  private static String dollars(ConfigWatch watch) {
    return watch.current().limits().debate().toPlainString();
  }

  @Test
  void aChangeIsTakenOverOnceItHasSettled() {
    write("limits: { debate: 1 }\n");
    try (var watch = watch(folder)) {
      write("limits: { debate: 2 }\n");
      timer.pass(ConfigWatch.INTERVAL);
      assertThat(dollars(watch)).isEqualTo("1");
      timer.pass(ConfigWatch.INTERVAL);
      assertThat(dollars(watch)).isEqualTo("2");
    }
  }

  @Test
  void aFileThatIsStillBeingWrittenIsNotRead() {
    write("limits: { debate: 1 }\n");
    try (var watch = watch(folder)) {
      write("limits: { debate: 2");
      timer.pass(ConfigWatch.INTERVAL);
      write("limits: { debate: 3 }\n");
      timer.pass(ConfigWatch.INTERVAL);
      assertThat(watch.state().problems()).isEmpty();
      timer.pass(ConfigWatch.INTERVAL);
      assertThat(dollars(watch)).isEqualTo("3");
    }
  }

  @Test
  void aBadFileKeepsTheOldOneRunningAndIsReported() {
    write("limits: { debate: 1 }\n");
    try (var watch = watch(folder)) {
      write("limits: { debat: 2 }\n");
      twoLooks();
      assertThat(dollars(watch)).isEqualTo("1");
      assertThat(watch.state().problems())
          .extracting(Problem::sentence)
          .containsExactly("There is no key \"debat\" in limits. Did you mean debate?");
      write("limits: { debate: 1 }\n");
      twoLooks();
      assertThat(watch.state().problems()).isEmpty();
    }
  }

  @Test
  void aRemovedFileKeepsTheOldOneRunning() throws IOException {
    write("");
    try (var watch = watch(folder)) {
      var before = watch.current();
      Files.delete(folder.resolve(ConfigFolder.FILE));
      twoLooks();
      assertThat(watch.current()).isSameAs(before);
      assertThat(watch.state().problems()).hasSize(1);
    }
  }

  @Test
  void aSwitchedSymbolicLinkIsNoticed() throws IOException {
    // As Kubernetes mounts a ConfigMap: files link to ..data, which links to a dated folder.
    Folders.write(folder.resolve("..1"), Folders.complete("limits: { debate: 1 }\n"));
    Folders.write(folder.resolve("..2"), Folders.complete("limits: { debate: 2 }\n"));
    var data = folder.resolve("..data");
    Files.createSymbolicLink(data, Path.of("..1"));
    Files.createSymbolicLink(folder.resolve(ConfigFolder.FILE), Path.of("..data/roundtable.yaml"));
    try (var watch = watch(folder)) {
      assertThat(dollars(watch)).isEqualTo("1");
      var next = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2"));
      Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      twoLooks();
      assertThat(dollars(watch)).isEqualTo("2");
    }
  }

  @Test
  void aChangedPromptIsTakenOver() throws IOException {
    write("");
    try (var watch = watch(folder)) {
      Files.createDirectories(folder.resolve("prompts"));
      Files.writeString(folder.resolve("prompts/extra.md"), "Be brief.");
      twoLooks();
      assertThat(watch.current().prompts()).containsEntry("extra", "Be brief.");
    }
  }

  @Test
  void whatNeedsARestartIsSaidAndLeftAlone() {
    write("web: { port: 80 }\n");
    try (var watch = watch(folder)) {
      write("web: { port: 81 }\nlimits: { debate: 7 }\nstore: { url: \"jdbc:sqlite:x\" }\n");
      twoLooks();
      assertThat(watch.state().needsRestart()).containsExactly("store", "web");
      assertThat(watch.current().fixed().web().map(WebSettings::port)).contains(80);
      assertThat(dollars(watch)).isEqualTo("7");
      write("web: { port: 80 }\n");
      twoLooks();
      assertThat(watch.state().needsRestart()).isEmpty();
    }
  }

  private static String provider(String host, String variable) {
    return "providers: { p: { codec: responses, baseUrl: https://%s.example, apiKeyEnv: %s } }\n"
        .formatted(host, variable);
  }

  private static String addressAndKey(ConfigWatch watch) {
    var provider = Objects.requireNonNull(watch.current().providers().get("p"));
    return provider.baseUrl() + " " + provider.apiKey().orElseThrow().origin();
  }

  @Test
  void aProvidersKeyIsExchanged() {
    write(provider("one", "ONE"));
    try (var watch = watch(folder)) {
      write(provider("one", "TWO"));
      twoLooks();
      assertThat(addressAndKey(watch)).isEqualTo("https://one.example $TWO");
      assertThat(watch.state().needsRestart()).isEmpty();
    }
  }

  @Test
  void aNewKeyIsNeverSentToTheOldAddress() {
    write(provider("one", "ONE"));
    try (var watch = watch(folder)) {
      write(provider("two", "TWO"));
      twoLooks();
      assertThat(addressAndKey(watch)).isEqualTo("https://one.example $ONE");
      assertThat(watch.state().needsRestart()).containsExactly("providers.p");
    }
  }

  @Test
  void aPanelThatChatStillAsksIsKeptUntilTheRestart() {
    write("panels: { x: { seats: [a, b] }, y: { scripted: true } }\nchat: { panel: y }\n");
    try (var watch = watch(folder)) {
      write("panels: { x: { seats: [a, b] } }\n");
      twoLooks();
      assertThat(watch.current().panel("y")).isPresent();
      assertThat(watch.state().needsRestart()).containsExactly("chat", "panels");
    }
  }

  @Test
  void seatsOfANewProviderWaitForTheRestart() {
    write("");
    try (var watch = watch(folder)) {
      write(
          """
          providers:
            p: { codec: responses, baseUrl: https://example.org }
            q: { codec: responses, baseUrl: https://example.org }
          seats:
            a: { name: A, provider: q, model: m }
            b: { name: B, provider: p, model: m }
          """);
      var before = watch.current().panels();
      twoLooks();
      assertThat(watch.current().panels()).isEqualTo(before);
      assertThat(watch.state().needsRestart()).containsExactly("providers.q", "panels");
    }
  }

  @Test
  void aClosedWatchLooksNoMore() {
    write("limits: { debate: 1 }\n");
    var watch = watch(folder);
    watch.close();
    write("limits: { debate: 2 }\n");
    twoLooks();
    assertThat(dollars(watch)).isEqualTo("1");
    assertThat(timer.alarms()).isZero();
  }

  @Test
  void aBadStartIsRefusedWithItsProblems() {
    write("web: 1\n");
    var loader = Folders.loader(new ConfigFolder(Optional.of(folder)), Map.of());
    assertThat(ConfigWatch.start(loader, timer, Runnable::run))
        .isInstanceOfSatisfying(
            ConfigWatch.Start.Failed.class, failed -> assertThat(failed.problems()).hasSize(1));
    assertThat(timer.alarms()).isZero();
  }

  /** The n-th configuration says n everywhere, so that a mixture of two would show. */
  private static String numbered(int n) {
    return """
    limits: { debate: %1$d, userPerDay: %1$d, workspacePerDay: %1$d }
    seats:
      a: { name: "%1$d", provider: p, model: "%1$d" }
      b: { name: "%1$d", provider: p, model: "%1$d" }
    """
        .formatted(n);
  }

  private static List<String> numbers(Configuration configuration) {
    var panel = ((ConfiguredPanel.OfModels) configuration.panels().getFirst()).settings();
    var numbers = new ArrayList<String>();
    panel.seats().forEach(seat -> numbers.add(seat.seat().name()));
    panel.seats().forEach(seat -> numbers.add(seat.model().model()));
    numbers.add(configuration.limits().debate().toPlainString());
    for (var allowance : configuration.limits().allowances()) {
      numbers.add(((Allowance.Money) allowance).most().toPlainString());
    }
    return numbers;
  }

  @Test
  @Timeout(60)
  void readersUnderLoadNeverSeeAMixture() throws Exception {
    write(numbered(0));
    var stop = new AtomicBoolean();
    try (var watch = watch(folder);
        var readers = Executors.newFixedThreadPool(READERS)) {
      var started = new CountDownLatch(READERS);
      var results = new ArrayList<Future<Long>>();
      for (var i = 0; i < READERS; i++) {
        results.add(readers.submit(() -> read(watch, stop, started)));
      }
      started.await();
      swap(100);
      stop.set(true);
      for (var result : results) {
        assertThat(result.get()).isPositive();
      }
      assertThat(numbers(watch.current())).containsOnly("99");
    } finally {
      stop.set(true);
    }
  }

  private void swap(int times) {
    for (var n = 1; n <= times; n++) {
      write(n % 10 == 0 ? "limits: broken\n" : numbered(n));
      twoLooks();
    }
  }

  private static long read(ConfigWatch watch, AtomicBoolean stop, CountDownLatch started) {
    var reads = 0L;
    var last = 0;
    while (!stop.get()) {
      var numbers = numbers(watch.current());
      started.countDown();
      assertThat(numbers).containsOnly(numbers.getFirst());
      var number = Integer.parseInt(numbers.getFirst());
      assertThat(number).isGreaterThanOrEqualTo(last);
      last = number;
      reads++;
    }
    return reads;
  }
}
