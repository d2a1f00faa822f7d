package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Excerpt;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Headlines;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Words;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers the words that stand alone after the slash command. */
final class Commands {
  private static final int LISTED = 10;
  private static final int EXCERPT = 200;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
  private static final List<String> HELP =
      List.of(
          "chat.help.ask",
          "chat.help.options",
          "chat.help.new",
          "chat.help.follow",
          "chat.help.words",
          "chat.help.privacy");

  private final ChatPorts ports;
  private final ChatSettings file;
  private final Moderators moderators;

  Commands(ChatPorts ports, ChatSettings file, Moderators moderators) {
    this.ports = ports;
    this.file = file;
    this.moderators = moderators;
  }

  Answer answer(Command command, Where where, Visitor by) {
    var phrases = new Phrases(ChatDesk.words(by));
    return switch (command) {
      case NEW -> new Answer.Form(Ask.typed(""), ports.panels().names());
      case HELP -> help(phrases);
      case PANELS -> new Answer.Told(List.of(list(panels(phrases))));
      case STATUS -> status(where, phrases);
      case HISTORY -> history(where, phrases);
      case USAGE -> new Answer.Told(List.of(list(ports.usage().lines(where, by))));
      case PRIVACY -> privacy(phrases);
      case SETTINGS -> settings(where, by, phrases);
    };
  }

  private static Answer help(Phrases phrases) {
    var lines = HELP.stream().map(what -> phrases.words().say(what)).toList();
    return new Answer.Told(List.of(list(lines)));
  }

  private Answer privacy(Phrases phrases) {
    var words = phrases.words();
    return new Answer.Told(
        List.of(
            Block.paragraph(words.say("chat.privacy.sent")),
            list(panels(phrases)),
            Block.paragraph(words.say("chat.privacy.people")),
            Block.paragraph(words.say("chat.privacy.kept"))));
  }

  private List<String> panels(Phrases phrases) {
    return ports.panels().in(phrases.words()).lines();
  }

  private Answer status(Where where, Phrases phrases) {
    var lines = new ArrayList<String>();
    for (var item : ports.past().open(where)) {
      ports
          .debates()
          .apply(item.debate())
          .filter(debate -> !debate.settled() && where.knows(debate.opened().venue()))
          .ifPresent(debate -> lines.add(status(debate, item, phrases)));
    }
    return lines.isEmpty()
        ? Answer.Told.sentence(phrases.words().say("chat.nothingRuns"))
        : new Answer.Told(List.of(list(lines)));
  }

  private static String status(Debate debate, PastDebates.Item item, Phrases phrases) {
    var moments = new Moments(item.opened(), item.opened(), item.opened());
    var card = new CardWriter(debate, moments, phrases).write();
    return phrases.words().say("chat.status", question(item), card.status());
  }

  // Ten of them have to fit into one message.
  private static String question(PastDebates.Item item) {
    return Excerpt.of(VisibleText.line(item.question()), EXCERPT);
  }

  private Answer history(Where where, Phrases phrases) {
    var lines =
        ports.past().inChannel(where, LISTED).stream().map(item -> past(item, phrases)).toList();
    return lines.isEmpty()
        ? Answer.Told.sentence(phrases.words().say("chat.noHistory"))
        : new Answer.Told(List.of(list(lines)));
  }

  private String past(PastDebates.Item item, Phrases phrases) {
    var words = phrases.words();
    var day = DAY.format(item.opened().atOffset(ZoneOffset.UTC));
    var verdict =
        ports
            .debates()
            .apply(item.debate())
            .flatMap(
                debate -> debate.lastRuling().map(ruling -> Headlines.of(debate, ruling, phrases)));
    return words.say(
        "chat.past", day, question(item), verdict.orElseGet(() -> words.say("chat.noVerdict")));
  }

  /** The debate that runs and may be known there, else the first that stands in line. */
  Optional<Debate> running(Where where) {
    return ports.past().open(where).stream()
        .flatMap(item -> ports.debates().apply(item.debate()).stream())
        .filter(debate -> !debate.settled() && where.knows(debate.opened().venue()))
        .min(Comparator.comparing(debate -> !debate.underWay()));
  }

  private Answer settings(Where where, Visitor by, Phrases phrases) {
    if (!moderators.includes(by)) {
      return Answer.Told.sentence(phrases.words().say("chat.adminsOnly"));
    }
    return new Answer.SettingsForm(
        where, ports.settings().ofChannel(where), ports.panels().names());
  }

  Answer choose(Where where, Visitor by, ChannelSettings chosen) {
    var phrases = new Phrases(ChatDesk.words(by));
    if (!moderators.includes(by)) {
      return Answer.Told.sentence(phrases.words().say("chat.adminsOnly"));
    }
    ports.settings().chooseForChannel(where, chosen, by.person());
    var workspace = ports.settings().ofWorkspace(where);
    var resolved = file.resolve(chosen, workspace, ports.panels().names()::contains);
    var blocks = new ArrayList<Block>();
    blocks.add(Block.paragraph(phrases.words().say("chat.chosen")));
    if (!resolved.heldBack().isEmpty()) {
      var held = resolved.heldBack().stream().map(one -> heldBack(one, phrases.words()));
      blocks.add(list(held.toList()));
    }
    return new Answer.Told(blocks);
  }

  private static String heldBack(ChatSettings.HeldBack choice, Words words) {
    return switch (choice) {
      case ChatSettings.HeldBack.NoSuchPanel(var name) ->
          words.say("chat.heldBack.panel", VisibleText.line(name));
      case ChatSettings.HeldBack.WiderAskers() -> words.say("chat.heldBack.mayAsk");
      case ChatSettings.HeldBack.FreerFollowUps() -> words.say("chat.heldBack.followUps");
    };
  }

  private static Block list(List<String> lines) {
    var items = lines.stream().map(line -> Block.item(List.of(Span.plain(line)))).toList();
    return new Block.ItemList(false, items);
  }
}
