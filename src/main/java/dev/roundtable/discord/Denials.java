package dev.roundtable.discord;

import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.transcript.Words;
import java.time.Duration;
import java.util.Locale;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** What Discord's error codes mean for a message, with what to do about it. */
record Denials(Words words) {
  static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration OLD_EDITS = Duration.ofMinutes(1);

  static Denials in(Venue venue) {
    return new Denials(Words.in(Locale.forLanguageTag(venue.language())));
  }

  /** What became of a message that was to be posted. */
  static Outcome sent(Destination to, RestReply reply) {
    return switch (reply) {
      case RestReply.Given(var body) -> new Outcome.Done(new RemoteId(body.path("id").asText()));
      case RestReply.Denied denied -> in(to.venue()).outcome(denied);
      case RestReply.NotNow(var after, var reason) -> new Outcome.Later(after, reason);
      case RestReply.Lost(var reason) -> new Outcome.Unsure(reason);
    };
  }

  /** The same for what does no harm when it is done twice: a lost answer is but a late one. */
  static Outcome repeatable(Destination to, RestReply reply) {
    return reply instanceof RestReply.Lost(var reason)
        ? new Outcome.Later(SOON, reason)
        : sent(to, reply);
  }

  Outcome outcome(RestReply.Denied denied) {
    return switch (ErrorResponse.fromCode(denied.code())) {
      case UNKNOWN_MESSAGE -> new Outcome.Gone(words.say("discord.gone.message"));
      case UNKNOWN_CHANNEL -> new Outcome.Gone(words.say("discord.gone.channel"));
      case UNKNOWN_GUILD -> new Outcome.Gone(words.say("discord.gone.guild"));
      case MAX_OLD_MESSAGE_EDITS, ANNOUNCEMENT_RATE_LIMIT, SLOWMODE_RATE_LIMIT ->
          new Outcome.Later(OLD_EDITS, words.say("discord.denied.slow"));
      default -> new Outcome.Refused(sentence(denied));
    };
  }

  String sentence(RestReply.Denied denied) {
    return switch (ErrorResponse.fromCode(denied.code())) {
      case MISSING_ACCESS -> words.say("discord.denied.access");
      case MISSING_PERMISSIONS -> words.say("discord.denied.permission");
      case THREAD_LOCKED, ILLEGAL_OPERATION_ARCHIVED_THREAD -> words.say("discord.denied.locked");
      case MAX_ACTIVE_THREADS, MAX_ANNOUNCEMENT_THREADS -> words.say("discord.denied.threads");
      case FORUM_POST_TAG_REQUIRED, MISSING_AVAILABLE_TAGS -> words.say("discord.denied.tag");
      case CANNOT_SEND_TO_USER -> words.say("discord.denied.person");
      case MESSAGE_BLOCKED_BY_AUTOMOD, TITLE_BLOCKED_BY_AUTOMOD ->
          words.say("discord.denied.automod");
      case MESSAGE_BLOCKED_BY_HARMFUL_LINK_FILTER -> words.say("discord.denied.links");
      default -> words.say("discord.denied.other", String.valueOf(denied.code()), denied.meaning());
    };
  }
}
