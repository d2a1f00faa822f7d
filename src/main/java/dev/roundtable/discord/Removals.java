package dev.roundtable.discord;

import dev.roundtable.chat.ChatDesk;
import java.util.List;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;

/** What people delete: messages, and whole channels. */
record Removals(ChatDesk desk, Doorman doorman) {
  /** A message was deleted. */
  void deleted(MessageDeleteEvent event) {
    deleted(event.getChannel(), List.of(event.getMessageId()));
  }

  void deleted(MessageBulkDeleteEvent event) {
    deleted(event.getChannel(), event.getMessageIds());
  }

  /** A channel was deleted, or a post of a forum, which is a debate's card. */
  void closed(ChannelDeleteEvent event) {
    if (!event.isFromGuild() || !doorman.knows(event.getGuild().getId())) {
      return;
    }
    var channel = event.getChannel().asGuildChannel();
    var where = Places.in(channel);
    var id = Places.message(channel.getId());
    if (!(channel instanceof ThreadChannel thread)) {
      desk.closed(where, id);
    } else if (thread.getParentChannel() instanceof IPostContainer) {
      desk.deleted(where, id, channel.getId());
    }
  }

  private void deleted(Channel channel, List<String> messages) {
    var inGuild = channel instanceof GuildChannel here ? here : null;
    if (inGuild != null && !doorman.knows(inGuild.getGuild().getId())) {
      return;
    }
    var where = inGuild == null ? Places.direct(channel, "") : Places.in(inGuild);
    messages.forEach(id -> desk.deleted(where, Places.message(id), id));
  }
}
