package dev.roundtable.web;

import dev.roundtable.transcript.Words;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.server.LocalConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages for people on one port, and what machines ask on another. Requests run on virtual threads.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final Words WORDS = Words.in(Locale.ENGLISH);

  private final WebSettings settings;
  private final WebPorts ports;
  private final Pages pages;
  private final LiveStream stream = new LiveStream();
  private final TranscriptPages transcripts;
  private final Operators operators;
  private @Nullable Playground playground;
  private @Nullable Javalin people;
  private @Nullable Javalin machines;
  private volatile @Nullable String trouble;

  public WebServer(WebSettings settings, WebPorts ports) {
    this.settings = settings;
    this.ports = ports;
    this.pages = new Pages(settings, ports.tokens());
    this.transcripts = new TranscriptPages(ports.feed(), ports.tokens(), pages, stream);
    this.operators = new Operators(settings, ports.clock());
  }

  /** Loads what any server needs, so that it starts sooner; listens nowhere. */
  public static void readied() {
    var server =
        Javalin.create(config -> {
          base(config);
          config.jetty.addConnector((jetty, http) -> new LocalConnector(jetty));
          config.routes.get("/", request -> request.result(""));
        });
    server.start();
    server.stop();
  }

  /** Which debates have a page, and where. */
  public Pages pages() {
    return pages;
  }

  /** Listens. If it cannot, {@link #trouble()} says why, and nothing else is affected. */
  public void start() {
    try {
      people = Javalin.create(this::configure).start(settings.bind(), settings.port());
      settings
          .managementPort()
          .ifPresent(port -> {
            var management = new Management(ports.readiness(), ports.metrics());
            machines =
                Javalin.create(
                        config -> {
                          base(config);
                          management.routes(config.routes);
                        })
                    .start(settings.bind(), port);
          });
      trouble = null;
    } catch (JavalinBindException e) {
      LOG.error("the web server cannot listen", e);
      close();
      trouble =
          WORDS.say(
              "web.cannotListen",
              settings.bind(),
              String.valueOf(settings.port()),
              String.valueOf(e.getMessage()));
    }
  }

  /** Why it does not listen; nothing while it does. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** The port on which people are served, of use where it was left to chance. */
  public int port() {
    return people == null ? -1 : people.port();
  }

  /** The port on which machines are answered; -1 if they are not. */
  public int managementPort() {
    return machines == null ? -1 : machines.port();
  }

  private static void base(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
  }

  private void configure(JavalinConfig config) {
    base(config);
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    Door.guard(config, ports.hooks());
    var routes = config.routes;
    Asset.ALL.forEach(asset -> routes.get(asset.path(), request -> asset(request, asset)));
    transcripts.routes(routes);
    new OperatorPages(ports, pages, operators).routes(routes);
    ports
        .playground()
        .ifPresent(own -> {
          var fresh = new Playground(ports, own, pages, operators, stream);
          playground = fresh;
          fresh.routes(routes);
        });
    ports.hooks().forEach(hook -> routes.post(hook.path(), hook::answer));
    routes.exception(HttpResponseException.class, ErrorPage::refused);
    routes.exception(Exception.class, ErrorPage::broken);
    routes.error(404, ErrorPage::missing);
  }

  private static void asset(Context request, Asset asset) {
    request.header("Cache-Control", "public, max-age=31536000, immutable");
    request.contentType(asset.type() + "; charset=utf-8").result(asset.content());
  }

  /** Sends every reader away and stops listening. */
  @Override
  public void close() {
    transcripts.close();
    if (playground != null) {
      playground.close();
    }
    if (people != null) {
      people.stop();
    }
    if (machines != null) {
      machines.stop();
    }
  }
}
