package dev.roundtable.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has shown the operator's token, and who may be let in without one. */
final class Operators {
  private static final String COOKIE = "roundtable_operator";
  private static final Duration SESSION = Duration.ofHours(12);
  private static final int BYTES = 16;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> PROXIED =
      Set.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private record Session(String csrf, Instant until) {}

  private final WebSettings settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final String loopbackCsrf = draw();

  Operators(WebSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  private String draw() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  boolean haveToken() {
    return settings.operatorToken().flatMap(dev.roundtable.safety.Secret::read).isPresent();
  }

  /** What each post of whoever is let in must carry; nothing if nobody is let in. */
  Optional<String> csrf(Context request) {
    return session(request)
        .map(Session::csrf)
        .or(() -> isAlone(request) ? Optional.of(loopbackCsrf) : Optional.empty());
  }

  /** What each post of an operator must carry; nothing without a session. */
  Optional<String> operatorCsrf(Context request) {
    return session(request).map(Session::csrf);
  }

  private Optional<Session> session(Context request) {
    var now = clock.instant();
    sessions.values().removeIf(session -> !now.isBefore(session.until()));
    var cookie = request.cookie(COOKIE);
    return cookie == null ? Optional.empty() : Optional.ofNullable(sessions.get(cookie));
  }

  // On this machine, for this machine: a proxy would make the world look local, and a name that
  // somebody else points at it would let their page in.
  private boolean isAlone(Context request) {
    var host = String.valueOf(request.host()).replaceAll(":\\d+$", "");
    return settings.operatorToken().isEmpty()
        && settings.publicUrl().isEmpty()
        && isLoopback(request.req().getRemoteAddr())
        && LOOPBACK.contains(host)
        && PROXIED.stream().allMatch(header -> request.header(header) == null);
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("127.")
        || address.replaceAll("[\\[\\]]", "").equals("::1")
        || address.replaceAll("[\\[\\]]", "").equals("0:0:0:0:0:0:0:1");
  }

  /** Opens a session for whoever has the token; false for anybody else. */
  boolean enter(Context post) {
    var wanted = settings.operatorToken().flatMap(dev.roundtable.safety.Secret::read);
    if (wanted.isEmpty() || !Door.same(post.formParam("token"), wanted.get())) {
      return false;
    }
    var id = draw();
    sessions.put(id, new Session(draw(), clock.instant().plus(SESSION)));
    post.cookie(cookie(id, (int) SESSION.toSeconds()));
    return true;
  }

  void leave(Context post) {
    var id = post.cookie(COOKIE);
    if (id != null) {
      sessions.remove(id);
    }
    post.cookie(cookie("", 0));
  }

  private Cookie cookie(String value, int seconds) {
    boolean secure =
        settings.publicUrl().filter(url -> "https".equals(url.getScheme())).isPresent();
    return new Cookie(COOKIE, value, "/", seconds, secure, true, null, SameSite.STRICT);
  }
}
