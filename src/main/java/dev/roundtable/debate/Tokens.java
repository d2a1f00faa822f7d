package dev.roundtable.debate;

/**
 * What a call used, as its provider reported it.
 *
 * @param cached the part of the prompt that was read from the provider's cache
 */
public record Tokens(long prompt, long cached, long completion) {
  public Tokens plus(Tokens other) {
    return new Tokens(prompt + other.prompt, cached + other.cached, completion + other.completion);
  }
}
