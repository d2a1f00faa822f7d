package dev.roundtable.config;

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
import dev.roundtable.discord.DiscordSettings;
import dev.roundtable.discord.ShardRange;
import dev.roundtable.limits.AccessSettings;
import dev.roundtable.limits.Account;
import dev.roundtable.limits.Allowance;
import dev.roundtable.limits.LimitSettings;
import dev.roundtable.panelist.ModelSettings;
import dev.roundtable.panelist.PanelSettings;
import dev.roundtable.panelist.Price;
import dev.roundtable.panelist.ProviderSettings;
import dev.roundtable.panelist.Rung;
import dev.roundtable.panelist.SeatSettings;
import dev.roundtable.panelist.WireFormat;
import dev.roundtable.safety.Secret;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.slack.SlackSettings;
import dev.roundtable.web.WebSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes the parts' settings from a document in which nothing is wrong. */
record Settings(Section root, Map<String, String> environment) {
  Configuration read(Map<String, String> prompts) {
    var seats = new LinkedHashMap<String, SeatSettings>();
    root.sections("seats").forEach((name, section) -> seats.put(name, seat(name, section)));
    var panels =
        root.sections("panels").entrySet().stream()
            .map(panel -> panel(panel.getKey(), panel.getValue(), seats))
            .toList();
    return new Configuration(providers(), panels, prompts, limits(), access(), fixed());
  }

  private Map<String, ProviderSettings> providers() {
    var providers = new LinkedHashMap<String, ProviderSettings>();
    root.sections("providers").forEach((name, from) -> providers.put(name, provider(name, from)));
    return providers;
  }

  private ProviderSettings provider(String name, Section from) {
    return new ProviderSettings(
        name,
        from.choice("codec", WireFormat.class),
        from.url("baseUrl").orElseThrow(),
        Secrets.read(from, "apiKey", environment),
        from.flag("allowPrivate"),
        from.whole("maxCalls"));
  }

  private static SeatSettings seat(String name, Section from) {
    var weight = Weight.of(from.number("weight").doubleValue());
    var timeout = from.durationIfAny("timeout").orElse(null);
    var model =
        new ModelSettings(
            from.word("provider"),
            from.word("model"),
            from.section("price").map(p -> new Price(p.number("input"), p.number("output"))),
            from.choiceIfAny("structured", Rung.class),
            from.whole("maxTokens"));
    return new SeatSettings(new Seat(new SeatId(name), from.word("name"), weight, timeout), model);
  }

  private static ConfiguredPanel panel(String name, Section from, Map<String, SeatSettings> seats) {
    var rules =
        new Rules(
            Mode.AUTO,
            from.whole("rounds"),
            from.numberIfAny("stopShare").map(BigDecimal::doubleValue).orElse(null),
            from.duration("seatTimeout"),
            from.duration("deadline"));
    if (from.flag("scripted")) {
      return new ConfiguredPanel.Scripted(name, rules);
    }
    var chairs = pick(from.words("chair"), seats).stream().map(SeatSettings::model).toList();
    var panel = new PanelSettings(name, pick(from.words("seats"), seats), chairs, rules);
    return new ConfiguredPanel.OfModels(panel);
  }

  private static List<SeatSettings> pick(List<String> names, Map<String, SeatSettings> seats) {
    return names.stream().map(name -> Objects.requireNonNull(seats.get(name), name)).toList();
  }

  private LimitSettings limits() {
    var from = root.required("limits");
    return new LimitSettings(
        from.number("debate"),
        allowances(from),
        from.number("confirmAbove"),
        from.number("unknownCall"),
        from.flag("refuseCredentials"));
  }

  private static List<Allowance> allowances(Section from) {
    var allowances = new ArrayList<Allowance>();
    for (var scope : Account.Scope.values()) {
      for (var period : Account.Period.values()) {
        var of = scope == Account.Scope.PERSON ? "User" : capital(scope);
        var key = of + "Per" + capital(period);
        from.numberIfAny("debatesPer" + key)
            .ifPresent(
                most -> allowances.add(new Allowance.Debates(scope, period, most.intValueExact())));
        from.numberIfAny(key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1))
            .ifPresent(most -> allowances.add(new Allowance.Money(scope, period, most)));
      }
    }
    return allowances;
  }

  private static String capital(Enum<?> name) {
    return name.name().charAt(0) + name.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private AccessSettings access() {
    var from = root.required("access");
    return new AccessSettings(
        Set.copyOf(from.words("allow")),
        Set.copyOf(from.words("deny")),
        Set.copyOf(from.words("block")),
        Set.copyOf(from.words("channels")),
        Set.copyOf(from.words("denyChannels")),
        from.lists("panels"),
        from.whole("atOncePerChannel"),
        from.whole("waitingPerChannel"),
        from.section("notices").map(Settings::notices).orElse(Map.of()));
  }

  private static Map<String, String> notices(Section from) {
    var channels = new HashMap<String, String>();
    from.text("slack").ifPresent(channel -> channels.put("slack", channel));
    from.text("discord").ifPresent(channel -> channels.put("discord", channel));
    return channels;
  }

  private Configuration.Fixed fixed() {
    var chat = root.required("chat");
    return new Configuration.Fixed(
        store(root.required("store")),
        chat(chat),
        new Moderators(Set.copyOf(chat.words("moderators"))),
        new SessionSettings(chat.duration("quietTime"), chat.whole("followUpsPerHour")),
        root.section("slack").map(this::slack),
        root.section("discord").map(this::discord),
        root.section("web").map(this::web));
  }

  private WebSettings web(Section from) {
    return new WebSettings(
        from.whole("port"),
        from.word("bind"),
        from.url("publicUrl"),
        from.flag("pages"),
        from.duration("pagesFor"),
        Secrets.read(from, "operatorToken", environment),
        from.numberIfAny("managementPort").map(BigDecimal::intValueExact));
  }

  private StoreSettings store(Section from) {
    var lease = from.required("lease");
    return new StoreSettings(
        from.word("url"),
        from.text("user"),
        Secrets.read(from, "password", environment),
        LeaseSettings.DEFAULT
            .withAtOnce(from.whole("debatesAtOnce"))
            .withHeartbeat(lease.duration("heartbeat"), lease.whole("missedHeartbeats")),
        from.durationIfAny("retention"));
  }

  private DiscordSettings discord(Section from) {
    var api = from.word("apiUrl");
    return new DiscordSettings(
        secret(from, "token"),
        Set.copyOf(from.words("guilds")),
        from.flag("userInstall"),
        URI.create(api.endsWith("/") ? api : api + "/"),
        from.text("shards").map(ShardRange::of).orElse(null));
  }

  private SlackSettings slack(Section from) {
    var transport =
        switch (from.choice("mode", SlackSettings.Mode.class)) {
          case SOCKET -> new SlackSettings.Socket(secret(from, "appToken"));
          case HTTP -> new SlackSettings.Http(secret(from, "signingSecret"));
        };
    return new SlackSettings(
        secret(from, "botToken"),
        transport,
        from.url("apiUrl").orElseThrow(),
        from.flag("richBlocks"));
  }

  private static ChatSettings chat(Section from) {
    return new ChatSettings(
        from.text("panel"),
        from.choiceIfAny("style", Venue.Style.class),
        from.choice("mayAsk", Askers.class),
        from.choice("followUps", FollowUps.class));
  }

  private Secret secret(Section from, String name) {
    return Secrets.read(from, name, environment).orElseThrow();
  }
}
