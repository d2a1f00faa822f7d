package dev.roundtable.discord;

import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.transcript.Words;
import java.util.EnumSet;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import org.jspecify.annotations.Nullable;

/** Who does something, and where; or why nobody may there. */
final class Stage {
  /**
   * Where somebody stands.
   *
   * @param channel of the server, null in a conversation
   * @param may whether they could write there themselves
   */
  record Scene(Where where, Visitor by, Words words, @Nullable GuildChannel channel, boolean may) {
    Scene(Where where, Visitor by, Words words, @Nullable GuildChannel channel) {
      this(where, by, words, channel, true);
    }

    /** The same person in another channel of the server. */
    Scene at(GuildChannel other, @Nullable Member member) {
      if (channel == null || member == null) {
        return this;
      }
      boolean mayWrite =
          member.hasPermission(other, Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);
      return new Scene(Places.in(other), by, words, other, mayWrite);
    }

    /** Why a debate could not be shown here, if it could not. */
    Optional<String> hindrance() {
      if (!may) {
        return Optional.of(words.say("discord.yourself"));
      }
      var lacking = channel == null ? EnumSet.noneOf(Permission.class) : missing(channel);
      if (lacking.isEmpty()) {
        return Optional.empty();
      }
      var names = lacking.stream().map(one -> words.say("discord.permission." + one.name()));
      return Optional.of(words.say("discord.cannotPost", words.list(names.toList())));
    }

    private static EnumSet<Permission> missing(GuildChannel place) {
      var needed = EnumSet.of(Permission.VIEW_CHANNEL);
      if (!(place instanceof ThreadChannel)) {
        needed.add(Permission.MESSAGE_SEND);
      }
      if (place instanceof ThreadChannel || place instanceof IPostContainer) {
        needed.add(Permission.MESSAGE_SEND_IN_THREADS);
      }
      var self = place.getGuild().getSelfMember();
      needed.removeIf(permission -> self.hasPermission(place, permission));
      return needed;
    }
  }

  /** What came of setting it. */
  sealed interface Setting {}

  record Set(Scene scene) implements Setting {}

  /** Nobody may, and this is why. */
  record Closed(String sentence) implements Setting {}

  private final Doorman doorman;
  private final Tongues tongues;

  Stage(Doorman doorman, Tongues tongues) {
    this.doorman = doorman;
    this.tongues = tongues;
  }

  /** Whether somebody may do anything there, as far as that is known at once. */
  boolean isOpen(Interaction event) {
    var guild = event.getGuild();
    return guild == null || doorman.knows(guild.getId()) || isForeign(event);
  }

  /** Whether a card can come there as the answer, as far as that is known at once. */
  boolean mayShow(Interaction event) {
    var guild = event.getGuild();
    if (guild == null || isForeign(event)) {
      return true;
    }
    // Nothing can be answered in a forum itself, only in its posts.
    return doorman.knows(guild.getId())
        && !guild.isDetached()
        && !(event.getChannel() instanceof IPostContainer)
        && Scene.missing(event.getGuildChannel()).isEmpty();
  }

  /** Whether somebody brought the bot to where it is no member, and may. */
  boolean isForeign(Interaction event) {
    var guild = event.getGuild();
    boolean elsewhere =
        guild == null
            ? event.getContext() == InteractionContextType.PRIVATE_CHANNEL
            : guild.isDetached();
    return elsewhere && doorman.travels();
  }

  Setting set(Interaction event) {
    var language = event.getUserLocale().getLocale();
    tongues.speaks(event.getUser().getId(), language);
    var words = Speaking.in(language);
    var guild = event.getGuild();
    if (guild == null || isForeign(event)) {
      return direct(event, language, words);
    }
    if (!doorman.knows(guild.getId())) {
      return new Closed(words.say("discord.unknownGuild"));
    }
    var member = event.getMember();
    if (guild.isDetached() || member == null) {
      return new Closed(words.say("discord.notInvited"));
    }
    var channel = event.getGuildChannel();
    return new Set(new Scene(Places.in(channel), Places.member(member, language), words, channel));
  }

  private Setting direct(Interaction event, String language, Words words) {
    var channel = event.getChannel();
    var guild = doorman.guildOf(event.getUser().getId());
    return guild.isEmpty() || channel == null
        ? new Closed(words.say("discord.membersOnly"))
        : new Set(
            new Scene(
                Places.direct(channel, guild.get()),
                Places.user(event.getUser(), language),
                words,
                null));
  }
}
