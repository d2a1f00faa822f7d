package dev.roundtable.cli;

import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.Exhibits;
import dev.roundtable.chat.Renderer;
import dev.roundtable.chat.Repeats;
import dev.roundtable.config.Configuration;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.session.Timer;
import dev.roundtable.slack.SlackApi;
import dev.roundtable.slack.SlackFrontEnd;
import dev.roundtable.slack.SlackHttp;
import dev.roundtable.slack.SlackInstallation;
import dev.roundtable.slack.SlackOutlet;
import dev.roundtable.slack.SlackPorts;
import dev.roundtable.slack.SlackRenderer;
import dev.roundtable.slack.SlackSettings;
import dev.roundtable.transcript.Words;
import dev.roundtable.web.Hook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Slack. */
final class SlackPlatform implements Platform {
  private final SlackSettings settings;
  private final Repeats repeats;
  private final SlackApi api;
  private final SlackOutlet outlet;
  private final Timer timer;
  private final Words words;
  private Optional<SlackHttp> http = Optional.empty();

  SlackPlatform(
      SlackSettings settings, Repeats repeats, Exhibits exhibits, Timer timer, Words words) {
    this.settings = settings;
    this.repeats = repeats;
    this.api = new SlackApi(settings);
    this.outlet = new SlackOutlet(api, exhibits);
    this.timer = timer;
    this.words = words;
  }

  @Override
  public String name() {
    return SlackRenderer.PLATFORM;
  }

  @Override
  public Outlet outlet() {
    return outlet;
  }

  @Override
  public long limited() {
    return api.limited();
  }

  @Override
  public Renderer renderer() {
    return new SlackRenderer(settings.richBlocks());
  }

  @Override
  public List<String> unseenGroups(Set<String> ids) {
    return SlackInstallation.unseenGroups(api, ids);
  }

  @Override
  public Part listener(ChatDesk desk, ChatPorts ports) {
    var frontEnd = new SlackFrontEnd(api, outlet, new SlackPorts(desk, ports, repeats, timer));
    http = frontEnd.http();
    return new Part() {
      @Override
      public String name() {
        return SlackRenderer.PLATFORM;
      }

      @Override
      public String start() {
        frontEnd.start();
        return http.isPresent()
            ? words.say("serve.slackHttp", SlackHttp.PATH)
            : words.say("serve.connected", settings.apiUrl());
      }

      @Override
      public CompletableFuture<Void> tried() {
        return frontEnd.tried();
      }

      @Override
      public Optional<String> trouble() {
        return frontEnd.trouble();
      }

      @Override
      public List<String> warnings(Configuration configuration) {
        return new SlackCheck(words)
            .warning(frontEnd.knowsUserGroups(), configuration).stream().toList();
      }

      @Override
      public void leave() {
        frontEnd.close();
      }
    };
  }

  @Override
  public List<Hook> hooks() {
    return http.map(slack -> List.of(new Hook(SlackHttp.PATH, asked -> answer(slack, asked))))
        .orElse(List.of());
  }

  private static Hook.Answer answer(SlackHttp slack, Hook.Asked asked) {
    var answer = slack.take(new SlackHttp.Sent(asked.body(), asked.headers()));
    return new Hook.Answer(answer.status(), answer.type(), answer.body());
  }
}
