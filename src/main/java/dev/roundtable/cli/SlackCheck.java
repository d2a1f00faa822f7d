package dev.roundtable.cli;

import dev.roundtable.config.Configuration;
import dev.roundtable.slack.SlackApi;
import dev.roundtable.slack.SlackInstallation;
import dev.roundtable.slack.SlackSettings;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of the app in Slack, by the command check and at the start. */
record SlackCheck(Words words) {
  /** What was found, a sentence in each line; nothing where Slack is not set up. */
  List<String> look(SlackSettings settings, Configuration configuration) {
    var token = settings.botToken();
    if (token.read().isEmpty()) {
      return List.of();
    }
    return switch (SlackInstallation.look(new SlackApi(settings))) {
      case SlackInstallation.Look.Failed(var reason) ->
          List.of(words.say("check.slack.failed", reason));
      case SlackInstallation.Look.Found(var app) -> {
        var lines = new ArrayList<String>();
        lines.add(words.say("check.slack.well", token.origin()));
        warning(app.knowsUserGroups(), configuration).ifPresent(lines::add);
        yield lines;
      }
    };
  }

  /** That rules name user groups of which nobody can know who is in them. */
  Optional<String> warning(boolean knowsUserGroups, Configuration configuration) {
    var ids = new ArrayList<>(configuration.access().allow());
    ids.addAll(configuration.access().deny());
    ids.addAll(configuration.fixed().moderators().ids());
    var groups = SlackInstallation.userGroups(ids);
    return knowsUserGroups || groups.isEmpty()
        ? Optional.empty()
        : Optional.of(words.say("check.slack.groups", words.list(groups)));
  }
}
