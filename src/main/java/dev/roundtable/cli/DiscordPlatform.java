package dev.roundtable.cli;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.Exhibits;
import dev.roundtable.chat.Renderer;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.discord.DiscordFrontEnd;
import dev.roundtable.discord.DiscordOutlet;
import dev.roundtable.discord.DiscordPorts;
import dev.roundtable.discord.DiscordRenderer;
import dev.roundtable.discord.DiscordSettings;
import dev.roundtable.session.Timer;
import dev.roundtable.transcript.Words;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Discord. */
final class DiscordPlatform implements Platform {
  static final String NAME = "discord";

  private final DiscordSettings settings;
  private final DiscordOutlet outlet;
  private final DebateStore store;
  private final Timer timer;
  private final Words words;

  DiscordPlatform(
      DiscordSettings settings, DebateStore store, Exhibits exhibits, Timer timer, Words words) {
    this.outlet = new DiscordOutlet(exhibits, store.memo(), timer);
    this.settings = settings;
    this.store = store;
    this.timer = timer;
    this.words = words;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outlet outlet() {
    return outlet;
  }

  @Override
  public long limited() {
    return outlet.limited();
  }

  @Override
  public Renderer renderer() {
    return new DiscordRenderer();
  }

  @Override
  public Part listener(ChatDesk desk, ChatPorts ports) {
    var needs =
        new DiscordPorts(
            desk, ports.deliveries(), ports.panels(), store.memo(), store.repeats(), timer);
    var frontEnd = new DiscordFrontEnd(settings, needs, outlet);
    return new Part() {
      @Override
      public String name() {
        return NAME;
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
        frontEnd.leave();
      }

      @Override
      public void close() {
        frontEnd.close();
      }
    };
  }
}
