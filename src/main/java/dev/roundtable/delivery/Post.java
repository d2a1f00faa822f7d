package dev.roundtable.delivery;

import dev.roundtable.debate.DebateId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A message of a debate as it should stand.
 *
 * @param key the same whenever the debate is written down, unique within it
 * @param payload the message in the platform's own form, which only its outlet reads
 * @param prompt whether a change is worth more than the pause between two edits, as an end is
 */
public record Post(String key, Place place, String payload, boolean prompt) {
  /** The first post of a debate, on which its thread hangs. */
  public static final String ANCHOR = "card";

  private static final int MARK_LENGTH = 20;

  /** Where a post belongs. */
  public enum Place {
    CHANNEL,
    THREAD
  }

  /** By which two payloads are told apart without keeping them. */
  public String hash() {
    return sha256(payload);
  }

  /** By which a platform finds the post of that key again, 20 characters of [0-9a-f]. */
  public static String mark(DebateId debate, String key) {
    return sha256(debate + "/" + key).substring(0, MARK_LENGTH);
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
