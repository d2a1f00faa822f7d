package dev.roundtable.discord;

import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;

/** Who does something, and where; or why nobody may there. */
final class Stage {
  /** Where somebody stands. */
  record Scene(Where where, Visitor by, Words words, @Nullable GuildChannel channel) {
    /** Why a debate could not be shown here, if it could not. */
    Optional<String> hindrance() {
      return channel == null ? Optional.empty() : missing(channel);
    }

    private Optional<String> missing(GuildChannel place) {
      boolean thread = place instanceof ThreadChannel;
      var needed =
          EnumSet.of(
              Permission.VIEW_CHANNEL,
              thread ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND);
      var self = place.getGuild().getSelfMember();
      needed.removeIf(permission -> self.hasPermission(place, permission));
      if (needed.isEmpty()) {
        return Optional.empty();
      }
      var names = new ArrayList<>(needed.stream().map(Permission::getName).toList());
      return Optional.of(words.say("discord.cannotPost", words.list(names)));
    }
  }

  /** What came of setting it. */
  sealed interface Setting {}

  record Set(Scene scene) implements Setting {}

  /** Nobody may, and this is why. */
  record Closed(String sentence) implements Setting {}

  private final Doorman doorman;

  Stage(Doorman doorman) {
    this.doorman = doorman;
  }

  /** Whether somebody may do anything there, as far as that is known at once. */
  boolean isOpen(Interaction event) {
    var guild = event.getGuild();
    return guild == null || doorman.knows(guild.getId());
  }

  Setting set(Interaction event) {
    var language = event.getUserLocale().getLocale();
    var words = Speaking.in(language);
    var guild = event.getGuild();
    if (guild == null) {
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
