package dev.roundtable.panelist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one key from another without keeping either. */
record KeyPrint(String digest) {
  static KeyPrint of(String key) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var bytes = sha.digest(key.getBytes(StandardCharsets.UTF_8));
      return new KeyPrint(HexFormat.of().formatHex(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
