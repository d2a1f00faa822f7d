package dev.roundtable.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's signature of a request, version 0; docs.slack.dev, "Verifying requests from Slack".
 * Bolt's own check compares in a time that tells how much was right.
 *
 * @param timestamp when the request was signed, in seconds, as its header has it
 * @param signature as its header has it
 */
record SlackSignature(String timestamp, String signature) {
  /** By how much the clocks may differ, either way. */
  static final Duration SKEW = Duration.ofMinutes(5);

  private static final String VERSION = "v0";
  private static final String ALGORITHM = "HmacSHA256";

  /** Why it does not hold for that body, as a sentence; nothing if it does. */
  Optional<String> problem(byte[] body, String secret, Instant now) {
    if (!timestamp.matches("\\d{1,12}")) {
      return Optional.of("A request bears no time at which Slack would have signed it.");
    }
    var off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
    if (off.abs().compareTo(SKEW) > 0) {
      return Optional.of(
          "A request was signed " + off.toSeconds() + " s ago by this machine’s clock.");
    }
    var expected = expected(body, secret).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))
        ? Optional.empty()
        : Optional.of("A request is not signed with the signing secret.");
  }

  private String expected(byte[] body, String secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
