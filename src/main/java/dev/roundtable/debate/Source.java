package dev.roundtable.debate;

/** Where an answer says it found something. Untrusted in both parts. */
public record Source(String title, String url) {}
