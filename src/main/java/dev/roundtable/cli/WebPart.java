package dev.roundtable.cli;

import dev.roundtable.transcript.Words;
import dev.roundtable.web.WebServer;
import dev.roundtable.web.WebSettings;
import java.util.Optional;

/** The web server as a part of the bot. */
record WebPart(WebSettings settings, WebServer server, Words words) implements Part {
  @Override
  public String name() {
    return "web";
  }

  @Override
  public String start() {
    server.start();
    return words.say("serve.web", settings.bind(), String.valueOf(server.port()));
  }

  @Override
  public Optional<String> trouble() {
    return server.trouble();
  }

  @Override
  public void leave() {
    server.close();
  }
}
