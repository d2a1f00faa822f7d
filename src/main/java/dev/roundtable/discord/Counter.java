package dev.roundtable.discord;

import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Ask;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.StoreTrouble;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Venue;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.session.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** Takes to the desk what people do by commands, buttons and forms, and back what it answers. */
final class Counter {
  /** A card that has not come by then comes in another way, from another replica for one. */
  private static final Duration THINKING = Duration.ofSeconds(30);

  private final DiscordPorts ports;
  private final Stage stage;
  private final Cards cards;
  private final Lanes lanes;
  private final Hooks hooks;
  private final Quotations quotations;

  Counter(DiscordPorts ports, Stage stage, Cards cards, Lanes lanes, DiscordOutlet outlet) {
    this.ports = ports;
    this.stage = stage;
    this.cards = cards;
    this.lanes = lanes;
    this.hooks = outlet.hooks();
    this.quotations = new Quotations(ports.deliveries(), outlet.rest());
  }

  Stage stage() {
    return stage;
  }

  /** Does it on a thread of its own, and says what came of it. */
  void serve(IReplyCallback event, Reply reply, Function<Stage.Scene, Answer> doing) {
    lanes.run(() -> reply.say(answer(event, reply, doing)));
  }

  /** Does it on a thread of its own, and says what came of it if the presser cannot see it. */
  void serveQuietly(IReplyCallback event, Reply reply, Function<Stage.Scene, Answer> doing) {
    lanes.run(() -> {
      var answer = answer(event, reply, doing);
      reply.say(answer instanceof Answer.Heard ? new Answer.Silence() : answer);
    });
  }

  private Answer answer(IReplyCallback event, Reply reply, Function<Stage.Scene, Answer> doing) {
    var hook = hook(event, reply);
    if (hook.isEmpty()) {
      return toldIfRefused(answer(event, doing), reply::afterwards);
    }
    try (var _ = hooks.claim(String.valueOf(event.getChannelId()))) {
      var answer = answer(event, doing);
      hand(hook.get(), answer, reply);
      return toldIfRefused(answer, () -> hook.get().takeThinking() ? reply : reply.afterwards());
    }
  }

  /** What comes of it, on this thread. */
  Answer answer(Interaction event, Function<Stage.Scene, Answer> doing) {
    return switch (stage.set(event)) {
      case Stage.Set(var scene) -> guarded(scene, doing);
      case Stage.Closed(var sentence) -> Answer.Told.sentence(sentence);
    };
  }

  private static Answer guarded(Stage.Scene scene, Function<Stage.Scene, Answer> doing) {
    try {
      return doing.apply(scene);
    } catch (StoreException e) {
      return Answer.Told.sentence(
          scene.words().say("refused.notTaken", StoreTrouble.say(e, scene.words())));
    }
  }

  private Optional<Hook> hook(IReplyCallback event, Reply reply) {
    boolean onlyWay = stage.isForeign(event);
    return onlyWay || reply.isThinking()
        ? Optional.of(
            new Hook(event, ports.timer(), reply.acknowledged(), reply.isThinking(), onlyWay))
        : Optional.empty();
  }

  private void hand(Hook hook, Answer answer, Reply reply) {
    if (answer instanceof Answer.Opened(var debate)) {
      hooks.give(debate, hook);
      var _ =
          ports.timer().after(THINKING, () -> lanes.run(() -> stopThinking(debate, hook, reply)));
    } else if (answer instanceof Answer.Heard(var debate) && hook.isOnlyWay()) {
      hooks.give(debate, hook);
    }
  }

  private void stopThinking(DebateId debate, Hook hook, Reply reply) {
    if (hooks.takeThinking(debate, hook)) {
      reply.say(new Answer.Silence());
    }
  }

  private Answer toldIfRefused(Answer answer, Supplier<Reply> way) {
    if (answer instanceof Answer.Opened(var debate)) {
      // Whoever delivers cards must not wait for the words about one.
      cards.ifRefused(debate, reason -> lanes.run(() -> sayRefused(reason, way.get())));
    }
    return answer;
  }

  private static void sayRefused(String reason, Reply reply) {
    reply.say(Answer.Told.sentence(reply.words().say("discord.cardRefused", reason)));
  }

  Answer word(Stage.Scene scene, MessageId id, String word) {
    return ports.desk().command(scene.where(), scene.by(), id, word);
  }

  Answer ask(Stage.Scene scene, MessageId id, Ask ask) {
    return scene
        .hindrance()
        .<Answer>map(Answer.Told::sentence)
        .orElseGet(() -> ports.desk().ask(scene.where(), scene.by(), id, ask));
  }

  Answer press(Stage.Scene scene, MessageId id, Control control) {
    return ports.desk().press(scene.where(), scene.by(), id, control);
  }

  Answer press(Stage.Scene scene, Interaction event, Control control) {
    var at = event.getTimeCreated().toInstant();
    return ports.desk().press(scene.where(), scene.by(), id(event), control, at);
  }

  /** A follow-up that came in a form or a command, which nobody else can see there. */
  Answer followUp(Stage.Scene scene, DebateId debate, MessageId id, String text) {
    var visible = VisibleText.of(text);
    var answer = ports.desk().followUp(debate, scene.where(), scene.by(), id, visible);
    if (answer instanceof Answer.Heard) {
      lanes.run(() -> quotations.show(debate, scene.where(), scene.by(), visible));
    }
    return answer;
  }

  /**
   * A command in the thread of a debate is about that debate; in a direct conversation, which has
   * no threads, about the latest.
   */
  Answer here(Stage.Scene scene, Function<DebateId, Answer> about) {
    var where = scene.where();
    boolean direct = where.reach() == Venue.Reach.DIRECT;
    var debate =
        direct
            ? ports.desk().latest(where)
            : Optional.ofNullable(where.thread())
                .flatMap(id -> ports.deliveries().find(where.platform(), where.channel(), id));
    var none = direct ? "discord.nothingYet" : "discord.notHere";
    return debate.map(about).orElseGet(() -> Answer.Told.sentence(scene.words().say(none)));
  }

  static MessageId id(Interaction event) {
    return new MessageId("discord:i:" + event.getId());
  }
}
