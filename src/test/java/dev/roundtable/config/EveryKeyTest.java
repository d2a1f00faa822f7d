package dev.roundtable.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.archive.LeaseSettings;
import dev.roundtable.chat.Askers;
import dev.roundtable.chat.ChatSettings;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.chat.Moderators;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.debate.Weight;
import dev.roundtable.discord.ShardRange;
import dev.roundtable.limits.AccessSettings;
import dev.roundtable.limits.Account.Period;
import dev.roundtable.limits.Account.Scope;
import dev.roundtable.limits.Allowance;
import dev.roundtable.limits.LimitSettings;
import dev.roundtable.panelist.ModelSettings;
import dev.roundtable.panelist.Price;
import dev.roundtable.panelist.ProviderSettings;
import dev.roundtable.panelist.Rung;
import dev.roundtable.panelist.SeatSettings;
import dev.roundtable.panelist.WireFormat;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.web.WebSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema, the records and the shipped file agree on every key and every default. */
class EveryKeyTest {
  @TempDir Path folder;

  /** A change here is a change for every operator. */
  private static final String KEYS =
      """
      access.allow = []
      access.atOncePerChannel = 1
      access.block = []
      access.channels = []
      access.deny = []
      access.denyChannels = []
      access.notices.discord
      access.notices.slack
      access.panels.*
      access.waitingPerChannel = 20
      chat.followUps = addressed
      chat.followUpsPerHour = 6
      chat.mayAsk = members
      chat.moderators = []
      chat.panel
      chat.quietTime = 8s
      chat.style
      discord.apiUrl = https://discord.com/api/v10/
      discord.guilds = []
      discord.shards
      discord.tokenEnv
      discord.tokenFile
      discord.userInstall = false
      limits.channelPerDay
      limits.channelPerMonth
      limits.confirmAbove = 0.50
      limits.debate = 1.00
      limits.debatesPerChannelPerDay
      limits.debatesPerChannelPerMonth
      limits.debatesPerUserPerDay
      limits.debatesPerUserPerMonth
      limits.debatesPerWorkspacePerDay
      limits.debatesPerWorkspacePerMonth
      limits.refuseCredentials = true
      limits.unknownCall = 0.02
      limits.userPerDay = 5.00
      limits.userPerMonth
      limits.workspacePerDay = 20.00
      limits.workspacePerMonth
      panels.*.chair
      panels.*.deadline = 180s
      panels.*.rounds = 2
      panels.*.scripted = false
      panels.*.seatTimeout = 60s
      panels.*.seats
      panels.*.stopShare
      providers.*.allowPrivate = false
      providers.*.apiKeyEnv
      providers.*.apiKeyFile
      providers.*.baseUrl
      providers.*.codec
      providers.*.maxCalls = 256
      seats.*.maxTokens = 4096
      seats.*.model
      seats.*.name
      seats.*.price.input
      seats.*.price.output
      seats.*.provider
      seats.*.structured
      seats.*.timeout
      seats.*.weight = 1
      slack.apiUrl = https://slack.com/api/
      slack.appTokenEnv
      slack.appTokenFile
      slack.botTokenEnv
      slack.botTokenFile
      slack.mode = socket
      slack.richBlocks = false
      slack.signingSecretEnv
      slack.signingSecretFile
      store.debatesAtOnce = 500
      store.lease.heartbeat = 5s
      store.lease.missedHeartbeats = 6
      store.passwordEnv
      store.passwordFile
      store.retention
      store.url = jdbc:sqlite:data/roundtable.db
      store.user
      web.bind = 127.0.0.1
      web.managementPort
      web.operatorTokenEnv
      web.operatorTokenFile
      web.pages = true
      web.pagesFor = 720h
      web.port = 8080
      web.publicUrl
      """;

  private static Stream<String> keys(String path, Shape shape) {
    if (shape.isOpen()) {
      var any = shape.anyChild();
      return any.isGroup() ? keys(path + "*.", any) : leaf(path + "*", any);
    }
    return shape.keys().stream()
        .flatMap(key -> {
          var below = shape.child(key).orElseThrow();
          return below.isGroup() ? keys(path + key + ".", below) : leaf(path + key, below);
        });
  }

  private static Stream<String> leaf(String path, Shape shape) {
    var byDefault =
        shape.byDefault().map(value -> value.isTextual() ? value.asText() : value.toString());
    return Stream.of(path + byDefault.map(value -> " = " + value).orElse(""));
  }

  private static Stream<String> said(String path, Node.Mapping mapping, Shape shape) {
    return mapping.entries().entrySet().stream()
        .flatMap(entry -> {
          var name = path + (shape.isOpen() ? "*" : entry.getKey());
          var below = shape.child(entry.getKey()).orElseThrow();
          return entry.getValue().value() instanceof Node.Mapping group
              ? said(name + ".", group, below)
              : Stream.of(name);
        });
  }

  private static String everyKey() throws IOException {
    try (var stream = EveryKeyTest.class.getResourceAsStream("every-key.yaml")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theSchemaHasTheseKeysAndDefaults() {
    assertThat(keys("", Shape.ROUNDTABLE).sorted())
        .containsExactlyElementsOf(KEYS.lines().toList());
  }

  @Test
  void everyKeyHasWordsForWhatIsAllowed() {
    assertWords(Shape.ROUNDTABLE);
  }

  private static void assertWords(Shape shape) {
    assertThat(shape.allowed()).isNotBlank();
    if (shape.isOpen()) {
      assertWords(shape.anyChild());
    }
    shape.keys().forEach(key -> assertWords(shape.child(key).orElseThrow()));
  }

  @Test
  void theExampleSaysEveryKey() throws IOException {
    var root = (Node.Mapping) YamlText.read("every-key.yaml", everyKey(), List.of());
    var said = new TreeSet<>(said("", root, Shape.ROUNDTABLE).toList());
    said.addAll(Set.of("slack.botTokenFile", "slack.appTokenEnv", "discord.tokenEnv"));
    said.add("slack.signingSecretFile");
    said.add("store.passwordFile");
    said.add("web.operatorTokenFile");
    assertThat(said)
        .containsExactlyElementsOf(KEYS.lines().map(line -> line.split(" = ", 2)[0]).toList());
  }

  @Test
  void everyKeyReachesItsRecord() throws IOException {
    var read =
        Folders.valid(
            Folders.load(folder, everyKey(), Map.of("P_KEY", "k", "DB_PASSWORD", "hunter2")));
    assertProviders(read.providers());
    assertPanels(read.panels());
    assertThat(read.limits())
        .isEqualTo(
            new LimitSettings(
                new BigDecimal("0.50"),
                allowances(),
                new BigDecimal("0.25"),
                new BigDecimal("0.05"),
                false));
    assertThat(read.access())
        .isEqualTo(
            new AccessSettings(
                Set.of("U1", "S2"),
                Set.of("U3"),
                Set.of("U4"),
                Set.of("C1"),
                Set.of("C2"),
                Map.of("C3", List.of("y")),
                2,
                3,
                Map.of("slack", "C7", "discord", "77")));
    assertFixed(read.fixed());
  }

  private static List<Allowance> allowances() {
    return List.of(
        new Allowance.Debates(Scope.PERSON, Period.DAY, 7),
        new Allowance.Money(Scope.PERSON, Period.DAY, new BigDecimal(2)),
        new Allowance.Debates(Scope.PERSON, Period.MONTH, 70),
        new Allowance.Money(Scope.PERSON, Period.MONTH, new BigDecimal(20)),
        new Allowance.Debates(Scope.CHANNEL, Period.DAY, 8),
        new Allowance.Money(Scope.CHANNEL, Period.DAY, new BigDecimal(3)),
        new Allowance.Debates(Scope.CHANNEL, Period.MONTH, 80),
        new Allowance.Money(Scope.CHANNEL, Period.MONTH, new BigDecimal(30)),
        new Allowance.Debates(Scope.WORKSPACE, Period.DAY, 9),
        new Allowance.Money(Scope.WORKSPACE, Period.DAY, new BigDecimal(100)),
        new Allowance.Debates(Scope.WORKSPACE, Period.MONTH, 90),
        new Allowance.Money(Scope.WORKSPACE, Period.MONTH, new BigDecimal(400)));
  }

  private static void assertProviders(Map<String, ProviderSettings> providers) {
    var p = Objects.requireNonNull(providers.get("p"));
    var q = Objects.requireNonNull(providers.get("q"));
    assertThat(p)
        .isEqualTo(
            new ProviderSettings(
                "p", WireFormat.GEMINI, URI.create("http://10.0.0.7/v1"), p.apiKey(), true, 7));
    assertThat(p.apiKey().orElseThrow().origin()).isEqualTo("$P_KEY");
    assertThat(q.codec()).isEqualTo(WireFormat.ANTHROPIC);
    assertThat(q.apiKey().orElseThrow().origin()).isEqualTo("/run/secrets/q");
    assertThat(q.allowPrivate()).isFalse();
    assertThat(q.maxCalls()).isEqualTo(ProviderSettings.DEFAULT_MAX_CALLS);
  }

  private static void assertPanels(List<ConfiguredPanel> panels) {
    var price = new Price(new BigDecimal("1.25"), BigDecimal.TEN);
    var a =
        new SeatSettings(
            new Seat(new SeatId("a"), "Ada", new Weight(1500), Duration.ofSeconds(45)),
            new ModelSettings("p", "m-1", Optional.of(price), Optional.of(Rung.PLAIN), 1000));
    var b =
        new SeatSettings(
            new Seat("b", "Bob"),
            new ModelSettings(
                "q", "m-2", Optional.empty(), Optional.empty(), ModelSettings.DEFAULT_MAX_TOKENS));
    var x = ((ConfiguredPanel.OfModels) panels.getFirst()).settings();
    assertThat(x.name()).isEqualTo("x");
    assertThat(x.seats()).containsExactly(b, a);
    assertThat(x.chairs()).containsExactly(a.model(), b.model());
    assertThat(x.rules())
        .isEqualTo(new Rules(Mode.AUTO, 3, 0.8, Duration.ofSeconds(90), Duration.ofMinutes(10)));
    assertThat(panels.getLast()).isEqualTo(new ConfiguredPanel.Scripted("y", Rules.DEFAULT));
  }

  private static void assertStore(StoreSettings store) {
    assertThat(store.retention()).contains(Duration.ofDays(365));
    assertThat(store.url()).isEqualTo("jdbc:postgresql://db.example.org/roundtable");
    assertThat(store.password().orElseThrow().origin()).isEqualTo("$DB_PASSWORD");
    assertThat(store.login()).isEqualTo(Map.of("user", "roundtable", "password", "hunter2"));
    assertThat(store.lease())
        .isEqualTo(LeaseSettings.DEFAULT.withAtOnce(40).withHeartbeat(Duration.ofSeconds(10), 4));
    assertThat(store.toString()).doesNotContain("hunter2");
  }

  private static void assertFixed(Configuration.Fixed fixed) {
    assertStore(fixed.store());
    assertThat(fixed.chat())
        .isEqualTo(
            new ChatSettings(
                Optional.of("y"),
                Optional.of(Venue.Style.DIGEST),
                Askers.ADMINS,
                FollowUps.EVERY_REPLY));
    assertThat(fixed.moderators()).isEqualTo(new Moderators(Set.of("U5")));
    assertThat(fixed.session()).isEqualTo(new SessionSettings(Duration.ofMillis(500), 12));
    var slack = fixed.slack().orElseThrow();
    assertThat(slack.botToken().origin()).isEqualTo("$BOT");
    assertThat(slack.transport().secret().origin()).isEqualTo("/run/secrets/app");
    assertThat(slack.apiUrl()).isEqualTo(URI.create("https://slack-gov.com/api/"));
    assertThat(slack.richBlocks()).isTrue();
    var discord = fixed.discord().orElseThrow();
    assertThat(discord.token().origin()).isEqualTo("/run/secrets/discord");
    assertThat(discord.guilds()).containsExactly("12345678901234567");
    assertThat(discord.apiUrl()).hasToString("https://proxy.example.org/api/");
    assertThat(discord.userInstall()).isTrue();
    assertThat(discord.shards()).isEqualTo(new ShardRange(2, 3, 4));
    var web = fixed.web().orElseThrow();
    assertThat(web.port()).isEqualTo(80);
    assertThat(web.bind()).isEqualTo("0.0.0.0");
    assertThat(web.publicUrl()).contains(URI.create("https://roundtable.example.org"));
    assertThat(web.pages()).isFalse();
    assertThat(web.pagesFor()).isEqualTo(Duration.ofDays(2));
    assertThat(web.operatorToken().orElseThrow().origin()).isEqualTo("$OPERATOR");
    assertThat(web.managementPort()).contains(9090);
  }

  @Test
  void theDefaultsAreThoseOfTheRecords() {
    var read = Folders.valid(Folders.load(folder, Folders.complete("web: {}\n"), Map.of()));
    var panel = (ConfiguredPanel.OfModels) read.panels().getFirst();
    assertThat(panel.rules()).isEqualTo(Rules.DEFAULT);
    assertThat(panel.settings().chairs()).isEmpty();
    assertThat(panel.settings().seats())
        .allSatisfy(seat -> {
          assertThat(seat.seat().weight()).isEqualTo(Weight.ONE);
          assertThat(seat.seat().timeout()).isNull();
          assertThat(seat.model().maxTokens()).isEqualTo(ModelSettings.DEFAULT_MAX_TOKENS);
        });
    var fixed = read.fixed();
    assertThat(fixed.session()).isEqualTo(SessionSettings.DEFAULT);
    assertThat(fixed.chat())
        .isEqualTo(
            new ChatSettings(
                Optional.empty(), Optional.empty(), Askers.MEMBERS, FollowUps.ADDRESSED));
    assertThat(fixed.web())
        .contains(
            new WebSettings(
                8080,
                "127.0.0.1",
                Optional.empty(),
                true,
                Duration.ofDays(30),
                Optional.empty(),
                Optional.empty()));
    assertThat(fixed.store())
        .isEqualTo(
            new StoreSettings(
                "jdbc:sqlite:data/roundtable.db",
                Optional.empty(),
                Optional.empty(),
                LeaseSettings.DEFAULT,
                Optional.empty()));
    assertThat(fixed.store().login()).isEmpty();
    assertThat(fixed.slack()).isEmpty();
    assertThat(fixed.discord()).isEmpty();
    assertThat(read.limits()).isEqualTo(LimitSettings.DEFAULT);
    assertThat(read.access()).isEqualTo(AccessSettings.DEFAULT);
    assertThat(fixed.moderators()).isEqualTo(Moderators.NONE);
  }

  @Test
  void theWordsOfTheSchemaAreTheRecordsEnums() {
    assertWords("providers", "codec", WireFormat.values());
    assertWords("seats", "structured", Rung.values());
    var chat = Shape.ROUNDTABLE.child("chat").orElseThrow();
    assertThat(chat.child("style").orElseThrow().words())
        .isEqualTo(words(dev.roundtable.debate.Venue.Style.values()));
    assertThat(chat.child("mayAsk").orElseThrow().words()).isEqualTo(words(Askers.values()));
    assertThat(chat.child("followUps").orElseThrow().words()).isEqualTo(words(FollowUps.values()));
  }

  private static void assertWords(String group, String key, Enum<?>[] values) {
    var shape = Shape.ROUNDTABLE.child(group).orElseThrow().anyChild().child(key).orElseThrow();
    assertThat(shape.words()).isEqualTo(words(values));
  }

  private static List<String> words(Enum<?>[] values) {
    return Stream.of(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
