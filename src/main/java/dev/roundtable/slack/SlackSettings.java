package dev.roundtable.slack;

import dev.roundtable.safety.Secret;
import java.net.URI;

/**
 * The app in Slack. It is set up once both tokens can be read.
 *
 * @param apiUrl where the Web API's methods are; another one for GovSlack, a proxy or a test
 * @param richBlocks whether to use blocks that not every workspace shows yet; where they are not
 *     taken, the plain ones go
 */
public record SlackSettings(Secret botToken, Secret appToken, URI apiUrl, boolean richBlocks) {
  public static final URI DEFAULT_API_URL = URI.create("https://slack.com/api/");

  public SlackSettings(Secret botToken, Secret appToken) {
    this(botToken, appToken, DEFAULT_API_URL, false);
  }
}
