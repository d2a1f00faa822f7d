package dev.roundtable.web;

import dev.roundtable.debate.DebateId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * By which token each page is reached, shared by all replicas. Every method may throw a {@link
 * dev.roundtable.session.StoreException}.
 */
public interface PageTokens {
  int BITS = 128;

  /** The debate's token, a new one if it has none that holds. */
  String of(DebateId debate);

  /** The debate of a token that holds; nothing if it never was one, is too old or was revoked. */
  Optional<DebateId> debate(String token);

  /** No token of the debate holds any more. The next one is another. */
  void revoke(DebateId debate);

  /** A token and how long it holds. */
  record Pass(String token, Instant until) {
    /** A fresh one of {@value PageTokens#BITS} bits. */
    public static Pass draw(SecureRandom random, Instant until) {
      var bits = new byte[BITS / Byte.SIZE];
      random.nextBytes(bits);
      return new Pass(HexFormat.of().formatHex(bits), until);
    }

    public boolean holds(Instant now) {
      return now.isBefore(until);
    }
  }
}
