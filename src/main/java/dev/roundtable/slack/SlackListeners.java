package dev.roundtable.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AgentSessionStoppedEvent;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to what Slack sends, whichever way it comes. Each listener acknowledges at once, as Slack
 * waits three seconds, and leaves the work to a thread of its own.
 */
final class SlackListeners {
  private static final Logger LOG = LoggerFactory.getLogger(SlackListeners.class);
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final SlackApi api;
  private final SlackInteractions interactions;
  private final SlackEvents events;
  private final Executor threads;

  SlackListeners(
      SlackApi api, SlackInteractions interactions, SlackEvents events, Executor threads) {
    this.api = api;
    this.interactions = interactions;
    this.events = events;
    this.threads = threads;
  }

  /**
   * A fresh app that hears everything. Without Bolt's own steps before a listener: they ask Slack
   * who the bot is, and acknowledge nothing while Slack does not say. Whoever runs the app vouches
   * that what it hands in comes from Slack.
   */
  App app(int threadsOfBolt) {
    var config =
        AppConfig.builder()
            .slack(api.slack())
            .allEventsApiAutoAckEnabled(true)
            .threadPoolSize(threadsOfBolt)
            .build();
    var app = new App(config, List.of());
    app.command(ANY, (sent, _) -> taken(sent.getPayload(), interactions::command));
    app.blockAction(ANY, (sent, _) -> taken(sent.getPayload(), interactions::pressed));
    app.viewSubmission(ANY, (sent, _) -> taken(sent.getPayload(), interactions::submitted));
    app.messageShortcut(ANY, (sent, _) -> taken(sent.getPayload(), interactions::aboutMessage));
    app.globalShortcut(ANY, (sent, _) -> taken(sent.getPayload(), interactions::anew));
    on(app, AppMentionEvent.class, events::mentioned);
    on(app, MessageEvent.class, events::written);
    on(app, MessageThreadBroadcastEvent.class, events::broadcast);
    on(app, MessageFileShareEvent.class, events::shared);
    on(app, MessageDeletedEvent.class, events::deleted);
    on(app, MessageChangedEvent.class, events::changed);
    on(app, AgentSessionStoppedEvent.class, events::stopped);
    on(app, AppHomeOpenedEvent.class, events::home);
    return app;
  }

  private <E extends Event> void on(App app, Class<E> type, BiConsumer<String, E> work) {
    app.event(
        type,
        (sent, _) -> taken(sent, payload -> work.accept(workspace(payload), payload.getEvent())));
  }

  // Of a channel that another organisation shares, the team is theirs, and so not where the bot is.
  private static String workspace(EventsApiPayload<?> payload) {
    var authorizations = payload.getAuthorizations();
    return Stream.ofNullable(authorizations)
        .flatMap(List::stream)
        .map(Authorization::getTeamId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(payload::getTeamId);
  }

  // The last fence: nothing may break the connection, and a defect must be seen.
  private <P> Response taken(P payload, Consumer<P> work) {
    threads.execute(() -> {
      try {
        work.accept(payload);
      } catch (RuntimeException e) {
        LOG.error("something that came from Slack could not be dealt with", e);
      }
    });
    return Response.ok();
  }
}
