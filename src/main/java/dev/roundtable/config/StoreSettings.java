package dev.roundtable.config;

/** Where debates are kept, as a JDBC URL. */
public record StoreSettings(String url) {}
