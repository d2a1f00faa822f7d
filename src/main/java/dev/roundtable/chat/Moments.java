package dev.roundtable.chat;

import java.time.Instant;

/**
 * When things happened in a debate.
 *
 * @param began when the present rounds began, by which the deadline is counted
 */
public record Moments(Instant opened, Instant began, Instant changed) {}
