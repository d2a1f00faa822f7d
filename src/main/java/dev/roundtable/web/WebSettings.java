package dev.roundtable.web;

import java.net.URI;
import java.util.Optional;

/**
 * The web server.
 *
 * @param publicUrl how people reach it from outside
 */
public record WebSettings(int port, Optional<URI> publicUrl) {}
