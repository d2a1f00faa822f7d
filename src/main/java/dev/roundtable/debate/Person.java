package dev.roundtable.debate;

/** Somebody in the chat. The name is for print only; models read "Person A". */
public record Person(String id, String name) {}
