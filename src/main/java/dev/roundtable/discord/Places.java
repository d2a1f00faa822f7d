package dev.roundtable.discord;

import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Venue;
import dev.roundtable.safety.VisibleText;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.attribute.IPermissionContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.jspecify.annotations.Nullable;

/** Discord's people and channels in the words of any chat. */
final class Places {
  static final String PLATFORM = "discord";

  private Places() {}

  /** What was said in a message, by which it is known again when it comes twice. */
  static MessageId message(String id) {
    return new MessageId("discord:m:" + id);
  }

  /** A channel of a server, or a thread in one. */
  static Where in(GuildChannel channel) {
    var guild = channel.getGuild().getId();
    if (channel instanceof ThreadChannel thread) {
      var parent = thread.getParentChannel().getId();
      var reach = thread.isPublic() ? reach(thread.getParentChannel()) : Venue.Reach.THREAD;
      return new Where(PLATFORM, guild, parent, thread.getId(), reach);
    }
    return new Where(PLATFORM, guild, channel.getId(), null, reach(channel));
  }

  private static Venue.Reach reach(GuildChannel channel) {
    var everyone = channel.getGuild().getPublicRole();
    return channel instanceof IPermissionContainer
            && everyone.hasPermission(channel, Permission.VIEW_CHANNEL)
        ? Venue.Reach.PUBLIC
        : Venue.Reach.PRIVATE;
  }

  /** A direct conversation with a member of that server. */
  static Where direct(Channel channel, String guild) {
    return new Where(PLATFORM, guild, channel.getId(), null, Venue.Reach.DIRECT);
  }

  /** The same place, in the thread that hangs on a message or has that id. */
  static Where at(Where where, @Nullable String threadOrMessage) {
    return new Where(
        where.platform(), where.workspace(), where.channel(), threadOrMessage, where.reach());
  }

  static Visitor member(Member member, String language) {
    var groups = member.getRoles().stream().map(ISnowflake::getId).collect(Collectors.toSet());
    var standing =
        member.hasPermission(Permission.MANAGE_SERVER)
            ? Visitor.Standing.ADMIN
            : member.isPending() ? Visitor.Standing.GUEST : Visitor.Standing.MEMBER;
    var person = new Person(member.getId(), VisibleText.line(member.getEffectiveName()));
    return new Visitor(person, standing, groups, language);
  }

  /** Somebody in a direct conversation, who is an admin of nothing there. */
  static Visitor user(User user, String language) {
    var person = new Person(user.getId(), VisibleText.line(user.getEffectiveName()));
    return new Visitor(person, Visitor.Standing.MEMBER, Set.of(), language);
  }
}
