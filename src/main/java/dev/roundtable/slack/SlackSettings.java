package dev.roundtable.slack;

import dev.roundtable.safety.Secret;

/** The app in Slack. It is set up once both tokens can be read. */
public record SlackSettings(Secret botToken, Secret appToken) {}
