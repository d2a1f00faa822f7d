package dev.roundtable.web;

import dev.roundtable.safety.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The web server.
 *
 * @param bind the address it listens at
 * @param publicUrl how people reach it from outside
 * @param pages whether debates have pages at all
 * @param pagesFor how long the link to a page holds
 * @param operatorToken opens the list of debates and the playground
 * @param managementPort where machines ask how the program is, if they may
 */
public record WebSettings(
    int port,
    String bind,
    Optional<URI> publicUrl,
    boolean pages,
    Duration pagesFor,
    Optional<Secret> operatorToken,
    Optional<Integer> managementPort) {}
