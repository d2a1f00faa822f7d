package dev.roundtable.panelist;

import dev.roundtable.safety.VisibleText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Encloses other people's words, so that a model can tell them from its instructions. The mark
 * differs from debate to debate, cannot be known before, and is taken out of the words themselves,
 * as is everything in them that cannot be seen.
 */
record DataBlocks(String mark) {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 8;
  private static final long SECRET = new SecureRandom().nextLong();

  /** All of this process for the same text have the same mark. */
  static DataBlocks of(String text) {
    var mark = new StringBuilder("DATA-");
    for (var part : digest(text)) {
      if (mark.length() < "DATA-".length() + LENGTH) {
        mark.append(ALPHABET.charAt(Byte.toUnsignedInt(part) % ALPHABET.length()));
      }
    }
    return new DataBlocks(mark.toString());
  }

  /** With a mark of its own, which no other has. */
  static DataBlocks fresh() {
    return of(UUID.randomUUID().toString());
  }

  private static byte[] digest(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(SECRET).array());
      return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The words between two marked lines that say what they are. */
  String block(String label, String words) {
    return mark + " " + line(label) + "\n" + clean(words).strip() + "\nend " + mark;
  }

  /** Words for a line of our own. */
  String line(String words) {
    return SPACES.matcher(clean(words)).replaceAll(" ").strip();
  }

  // What stands in its place keeps the two halves of a mark around it apart.
  private String clean(String words) {
    return VisibleText.of(words).replace(mark, "…");
  }
}
