package dev.roundtable.config;

import dev.roundtable.panelist.Secret;

/** The app in Slack. It is set up once both tokens can be read. */
public record SlackSettings(Secret botToken, Secret appToken) {}
