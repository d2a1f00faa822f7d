package dev.roundtable.cli;

import dev.roundtable.discord.DiscordApplication;
import dev.roundtable.discord.DiscordSettings;
import dev.roundtable.transcript.Words;

/** What the command check says of the application in Discord. */
record DiscordCheck(Words words) {
  /** What was found, in a sentence. */
  String look(DiscordSettings settings) {
    var origin = settings.token().origin();
    var token = settings.token().read();
    if (token.isEmpty()) {
      return words.say("check.discord.noToken", origin);
    }
    return switch (DiscordApplication.look(settings.apiUrl(), token.get())) {
      case DiscordApplication.Look.TokenRefused() -> words.say("check.discord.refused", origin);
      case DiscordApplication.Look.Unreachable(var reason) ->
          words.say("check.discord.unreachable", settings.apiUrl(), reason);
      case DiscordApplication.Look.Found(var application) ->
          words.say(application.isPublic() ? "check.discord.public" : "check.discord.well");
    };
  }
}
