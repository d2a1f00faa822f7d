package dev.roundtable.discord;

import dev.roundtable.Showcase;
import dev.roundtable.SystemTimer;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.archive.LeaseSettings;
import dev.roundtable.archive.LeasedSessions;
import dev.roundtable.chat.Askers;
import dev.roundtable.chat.ChatAudience;
import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.ChatSettings;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.chat.Gate;
import dev.roundtable.chat.Moderators;
import dev.roundtable.chat.PanelGuide;
import dev.roundtable.chat.Visitor;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.delivery.Courier;
import dev.roundtable.safety.Secret;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The whole program as it serves Discord, with a scripted panel and a file of its own. */
final class Bot implements AutoCloseable {
  private static final AtomicInteger DRAWN = new AtomicInteger();
  private static final SessionSettings PACE = new SessionSettings(Duration.ofMillis(100), 20);
  private static final LeaseSettings LEASES =
      new LeaseSettings(
          10,
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          4,
          Duration.ofMillis(200),
          Duration.ofMillis(500));

  final DiscordFrontEnd frontEnd;
  final DiscordOutlet outlet;
  final DebateStore store;
  final DebateDesk desk;
  private static final int MANY = 1_000;

  private final LeasedSessions leased;
  private final Courier courier;

  Bot(FakeDiscord discord, Path folder, Company company) {
    this(discord, folder, company, MANY);
  }

  /** One that lets so many debates of a channel run at once. */
  Bot(FakeDiscord discord, Path folder, Company company, int atOnce) {
    this(discord, folder, company, atOnce, new SystemTimer());
  }

  /** One that goes by that time. */
  Bot(FakeDiscord discord, Path folder, Company company, Timer timer) {
    this(discord, folder, company, MANY, timer);
  }

  /** One behind that gate. */
  Bot(FakeDiscord discord, Path folder, Company company, Gate gate) {
    this(discord, folder, company, MANY, new SystemTimer(), gate);
  }

  private Bot(FakeDiscord discord, Path folder, Company company, int atOnce, Timer timer) {
    this(discord, folder, company, atOnce, timer, Gate.OPEN);
  }

  private Bot(
      FakeDiscord discord, Path folder, Company company, int atOnce, Timer timer, Gate gate) {
    store =
        DebateStore.open(
            "jdbc:sqlite:" + folder.resolve("roundtable.db"), new Properties(), timer::now);
    outlet = new DiscordOutlet(Showcase.of(store), store.memo(), timer);
    courier = new Courier(Map.of(Places.PLATFORM, outlet), store.deliveries(), timer);
    var audience =
        new ChatAudience(
            Map.of(Places.PLATFORM, new DiscordRenderer()), courier, Showcase.of(store));
    var ports =
        new Ports(
            store.archive(),
            store.inbox(),
            company,
            Permissions.EVERYONE,
            store.turns(() -> atOnce),
            Budget.UNLIMITED,
            timer,
            List.of(audience, company));
    var sessions = new Sessions(ports, PACE);
    leased = store.lease(sessions, timer, LEASES);
    desk = new DebateDesk(ports, leased, PACE, Bot::id);
    var guide = new Guide(company);
    var chat =
        new ChatDesk(
            new ChatPorts(
                desk,
                desk::find,
                store.deliveries(),
                store.settings(),
                store.drafts(),
                store.past(),
                this::shred,
                guide,
                (_, _) -> List.of("Nothing was spent."),
                (_, _, _) -> false,
                timer::now,
                Bot::id),
            new ChatSettings(
                Optional.empty(), Optional.empty(), Askers.MEMBERS, FollowUps.ADDRESSED),
            Moderators.NONE,
            gate);
    frontEnd =
        new DiscordFrontEnd(
            new DiscordSettings(
                new Fixed(FakeDiscord.TOKEN),
                discord.guildIds(),
                discord.travels,
                discord.api(),
                discord.shards),
            new DiscordPorts(chat, store.deliveries(), guide, store.memo(), store.repeats(), timer),
            outlet);
    leased.start();
    frontEnd.start();
  }

  private static DebateId id() {
    return new DebateId("debate-" + DRAWN.incrementAndGet());
  }

  /** A token that stays as it is. */
  record Fixed(String token) implements Secret {
    @Override
    public Optional<String> read() {
      return Optional.of(token);
    }

    @Override
    public String origin() {
      return "$DISCORD_TOKEN";
    }
  }

  private void shred(DebateId debate, Visitor by) {
    var venue = desk.find(debate).orElseThrow().opened().venue();
    var _ =
        courier
            .remove(store.archive().lease(debate), venue)
            .thenRun(() -> store.records().forget(debate, by.person().id()));
  }

  record Guide(Company company) implements PanelGuide {
    @Override
    public Pick pick(@Nullable String wanted) {
      return wanted == null || wanted.equals(Company.NAME)
          ? new Pick.Picked(Company.NAME, Rules.DEFAULT, company.seats())
          : new Pick.None("There is no panel " + wanted + "; choose one of six.");
    }

    @Override
    public List<String> lines() {
      return List.of("six: Ada, Bo, Cleo");
    }

    @Override
    public List<String> names() {
      return List.of(Company.NAME);
    }

    @Override
    public Outlay outlay(String panel, Question question, Rules rules) {
      return new Outlay(List.of("Vendor"), Cost.NOTHING);
    }
  }

  /** Waits until the bot hears and can be heard. */
  Bot connected(FakeDiscord discord) throws InterruptedException {
    discord.await("connection", () -> frontEnd.trouble().isEmpty());
    return this;
  }

  @Override
  public void close() {
    frontEnd.leave();
    leased.close();
    try {
      courier.close(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    frontEnd.close();
    store.close();
  }
}
