package dev.roundtable.slack;

import dev.roundtable.safety.Secret;
import java.net.URI;

/**
 * The app in Slack. It is set up once its secrets can be read.
 *
 * @param apiUrl where the Web API's methods are; another one for GovSlack, a proxy or a test
 * @param richBlocks whether to use blocks that not every workspace shows yet; where they are not
 *     taken, the plain ones go
 */
public record SlackSettings(Secret botToken, Transport transport, URI apiUrl, boolean richBlocks) {
  /** How Slack hands over what people do. */
  public sealed interface Transport {
    /** What it needs besides the bot's token. */
    Secret secret();
  }

  /** The bot opens a socket to Slack with the app's token. */
  public record Socket(Secret secret) implements Transport {}

  /** Slack calls the web server, and signs with the signing secret. */
  public record Http(Secret secret) implements Transport {}

  /** By which names the transports are configured. */
  public enum Mode {
    SOCKET,
    HTTP
  }
}
