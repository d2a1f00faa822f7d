package dev.roundtable.cli;

import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.Renderer;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.session.Timer;
import dev.roundtable.slack.SlackApi;
import dev.roundtable.slack.SlackFrontEnd;
import dev.roundtable.slack.SlackOutlet;
import dev.roundtable.slack.SlackRenderer;
import dev.roundtable.slack.SlackSettings;
import dev.roundtable.transcript.Words;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Slack. */
final class SlackPlatform implements Platform {
  private final SlackSettings settings;
  private final SlackApi api;
  private final SlackOutlet outlet;
  private final Timer timer;
  private final Words words;

  SlackPlatform(SlackSettings settings, Timer timer, Words words) {
    this.settings = settings;
    this.api = new SlackApi(settings);
    this.outlet = new SlackOutlet(api);
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
  public Part listener(ChatDesk desk, ChatPorts ports) {
    var frontEnd = new SlackFrontEnd(api, outlet, desk, ports, timer);
    return new Part() {
      @Override
      public String name() {
        return SlackRenderer.PLATFORM;
      }

      @Override
      public String start() {
        frontEnd.start();
        return words.say("serve.connected", settings.apiUrl());
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
      public void leave() {
        frontEnd.close();
      }
    };
  }
}
