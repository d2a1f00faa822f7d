package dev.roundtable.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.StoreTrouble;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.session.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** What people write: replies, mentions, direct messages. */
final class Conversation {
  private static final String EYES = "👀";
  private static final Duration A_YEAR = Duration.ofDays(365);

  private final DiscordPorts ports;
  private final Doorman doorman;
  private final DiscordRest rest;
  private final Cards cards;
  private final Tongues tongues;
  private final Set<String> hinted = ConcurrentHashMap.newKeySet();

  Conversation(
      DiscordPorts ports, Doorman doorman, DiscordRest rest, Cards cards, Tongues tongues) {
    this.tongues = tongues;
    this.ports = ports;
    this.doorman = doorman;
    this.rest = rest;
    this.cards = cards;
  }

  /** A message that somebody wrote, and what is known of it. */
  private record Said(Message message, Where where, Visitor by, boolean mentions, boolean answers) {
    MessageId id() {
      return Places.message(message.getId());
    }

    boolean isUnreadable() {
      return message.getContentRaw().isBlank()
          && message.getAttachments().isEmpty()
          && message.getStickers().isEmpty()
          && message.getPoll() == null
          && !isForwarded();
    }

    private boolean isForwarded() {
      var reference = message.getMessageReference();
      return reference != null
          && reference.getType() == MessageReference.MessageReferenceType.FORWARD;
    }

    boolean isWordless() {
      return message.getContentRaw().isBlank();
    }

    String text() {
      var jda = message.getJDA();
      var self =
          message.isFromGuild()
              ? message.getGuild().getSelfMember().getEffectiveName()
              : jda.getSelfUser().getEffectiveName();
      return VisibleText.of(message.getContentDisplay().replace("@" + self, "")).strip();
    }
  }

  void said(MessageReceivedEvent event) {
    var message = event.getMessage();
    Message.suppressContentIntentWarning();
    boolean written =
        message.getType() == MessageType.DEFAULT || message.getType() == MessageType.INLINE_REPLY;
    if (!written || event.getAuthor().isBot() || event.isWebhookMessage()) {
      return;
    }
    var self = event.getJDA().getSelfUser().getId();
    boolean mentions = message.getContentRaw().contains("<@" + self + ">");
    var answered = message.getReferencedMessage();
    boolean answers = answered != null && answered.getAuthor().getId().equals(self);
    if (event.isFromGuild()) {
      inGuild(event, mentions, answers);
    } else {
      direct(event, answers);
    }
  }

  private void inGuild(MessageReceivedEvent event, boolean mentions, boolean answers) {
    var message = event.getMessage();
    var member = event.getMember();
    if (member == null) {
      return;
    }
    var guild = event.getGuild();
    if (!doorman.knows(guild.getId())) {
      if (mentions) {
        var words = Speaking.in(guild.getLocale().getLocale());
        say(
            Places.in(event.getGuildChannel()),
            message.getChannelId(),
            message.getId(),
            List.of(Speaking.content(words.say("discord.unknownGuild"))));
      }
      return;
    }
    var by = Places.member(member, language(event, guild.getLocale()));
    var where = Places.in(event.getGuildChannel());
    var answered = message.getReferencedMessage();
    if (where.thread() == null && answers && answered != null) {
      hear(new Said(message, Places.at(where, answered.getId()), by, mentions, true));
    } else if (where.thread() != null || mentions) {
      hear(new Said(message, where, by, mentions, answers));
    }
  }

  private void direct(MessageReceivedEvent event, boolean answers) {
    var message = event.getMessage();
    var author = event.getAuthor();
    var guild = doorman.guildOf(author.getId());
    var here = Places.direct(event.getChannel(), guild.orElse(""));
    var known = guild.map(rest::guild);
    var language = language(event, known.map(Guild::getLocale).orElse(DiscordLocale.ENGLISH_US));
    if (guild.isEmpty()) {
      var words = Speaking.in(language);
      say(
          here,
          message.getChannelId(),
          message.getId(),
          List.of(Speaking.content(words.say("discord.membersOnly"))));
      return;
    }
    var answered = message.getReferencedMessage();
    var where = answers && answered != null ? Places.at(here, answered.getId()) : here;
    hear(new Said(message, where, Places.user(author, language), true, answers));
  }

  // Discord does not say in which language a message was written: the one that the person used
  // Discord in before is the best guess.
  private String language(MessageReceivedEvent event, DiscordLocale otherwise) {
    return tongues.of(event.getAuthor().getId()).orElse(otherwise.getLocale());
  }

  private void hear(Said said) {
    try {
      var ours = debate(said.where());
      if (ours.isEmpty()) {
        if (said.mentions()) {
          answer(said, ask(said));
        }
      } else if (said.isUnreadable()) {
        hint(said, ours.get());
      } else if (said.isWordless()) {
        tellOfWords(said);
      } else {
        answer(said, reply(said));
      }
    } catch (StoreException e) {
      var words = Speaking.in(said.by().language());
      answer(said, Answer.Told.sentence(words.say("refused.notTaken", StoreTrouble.say(e, words))));
    }
  }

  private Optional<DebateId> debate(Where where) {
    var thread = where.thread();
    return thread == null
        ? Optional.empty()
        : ports.deliveries().find(where.platform(), where.channel(), thread);
  }

  private Answer reply(Said said) {
    boolean toBot = said.mentions() || said.answers();
    var reply =
        new dev.roundtable.chat.Reply(said.id(), said.by(), said.where(), said.text(), toBot);
    return ports.desk().reply(reply);
  }

  // A question that is put by calling the bot. A reply in a channel is no thread to ask in.
  private Answer ask(Said said) {
    var where =
        said.message().getChannelType().isThread() ? said.where() : Places.at(said.where(), null);
    return ports.desk().command(where, said.by(), said.id(), said.text());
  }

  private void answer(Said said, Answer answer) {
    switch (answer) {
      case Answer.Heard _ -> react(said);
      case Answer.Opened(var debate) -> {
        react(said);
        var words = Speaking.in(said.by().language());
        cards.ifRefused(
            debate,
            reason ->
                say(said, List.of(Speaking.content(words.say("discord.cardRefused", reason)))));
      }
      default -> say(said, new Speaking(Speaking.in(said.by().language())).of(answer));
    }
  }

  // Discord takes four a second in a channel, and the next reply does not wait for that. Where the
  // bot may not react, what it posts shows that it heard.
  private void react(Said said) {
    var route =
        Route.Messages.ADD_REACTION.compile(
            said.message().getChannelId(), said.message().getId(), EYES, "@me");
    rest.sign(said.where().workspace(), route);
  }

  private void say(Said said, List<MessageCreateData> messages) {
    say(said.where(), said.message().getChannelId(), said.message().getId(), messages);
  }

  private void say(Where where, String channel, String message, List<MessageCreateData> messages) {
    for (var said : messages) {
      var body = Components.message(said.getContent(), Components.rows(said));
      var _ = post(where, channel, message, body, Uploads.of(said));
    }
  }

  private RestReply post(
      Where where, String channel, String message, ObjectNode body, List<Uploads.Upload> files) {
    body.putObject("message_reference").put("message_id", message).put("fail_if_not_exists", false);
    var mentions = body.putObject("allowed_mentions").put("replied_user", false);
    mentions.putArray("parse");
    var route = Route.Messages.SEND_MESSAGE.compile(channel);
    return rest.call(where.workspace(), route, body, body, files);
  }

  // Once in a thread, whichever replica or start it was that said it.
  private boolean isSaid(String what, Said said) {
    var key = "discord:" + what + ":" + said.message().getChannelId();
    return !hinted.add(key) || ports.repeats().isRepeat(key, A_YEAR);
  }

  private void tellOfWords(Said said) {
    if (!isSaid("words", said)) {
      var words = Speaking.in(said.by().language());
      say(said, List.of(Speaking.content(words.say("chat.wordsOnly"))));
    }
  }

  private void hint(Said said, DebateId debate) {
    if (isSaid("hint", said)) {
      return;
    }
    var words = Speaking.in(said.by().language());
    var rows = Components.rows(new Buttons(words).of(List.of(new Control.AskFollowUp(debate))));
    var body = Components.message(words.say("discord.hint"), rows);
    var channel = said.message().getChannelId();
    var _ = post(said.where(), channel, said.message().getId(), body, List.of());
  }
}
