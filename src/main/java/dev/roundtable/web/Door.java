package dev.roundtable.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.plugin.bundled.RateLimitPlugin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holds for every request and every answer. */
final class Door {
  static final String CSRF = "csrf";

  private static final long MOST_BYTES = 500_000;
  static final int RATE_SECONDS = 60;

  // A whole office can stand behind one address, or a proxy.
  private static final int READS_PER_MINUTE = 6_000;
  private static final int WRITES_PER_MINUTE = 60;
  // A machine speaks for everybody in its workspaces.
  private static final int HOOKED_PER_MINUTE = 6_000;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private Door() {}

  static void guard(JavalinConfig config, List<Hook> hooks) {
    var hooked = hooks.stream().map(Hook::path).collect(Collectors.toSet());
    config.http.maxRequestSize = MOST_BYTES;
    config.registerPlugin(new RateLimitPlugin());
    config.routes.before(Door::head);
    config.routes.beforeMatched(request -> rate(request, hooked));
  }

  private static void head(Context request) {
    request.header("Content-Security-Policy", POLICY);
    request.header("X-Content-Type-Options", "nosniff");
    request.header("X-Frame-Options", "DENY");
    request.header("Referrer-Policy", "same-origin");
    request.header("X-Robots-Tag", "noindex, nofollow");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Cache-Control", "no-store");
  }

  private static void rate(Context request, Set<String> hooked) {
    boolean writes = HandlerType.POST.equals(request.method());
    int most =
        hooked.contains(request.path())
            ? HOOKED_PER_MINUTE
            : writes ? WRITES_PER_MINUTE : READS_PER_MINUTE;
    request.with(RateLimitPlugin.class).requestPerTimeUnit(most, TimeUnit.MINUTES);
  }

  /** Lets a post through only if it comes from a page of ours. */
  static void checkOrigin(Context post, String expected) {
    var site = post.header("Sec-Fetch-Site");
    boolean elsewhere = site != null && !site.equals("same-origin");
    if (elsewhere || !same(post.formParam(CSRF), expected)) {
      throw new ForbiddenResponse("This form is too old or not ours. Load the page again.");
    }
  }

  /** Compares without telling by its time how much was right. */
  static boolean same(@Nullable String given, String expected) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
