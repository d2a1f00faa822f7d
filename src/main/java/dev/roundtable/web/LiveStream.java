package dev.roundtable.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Sends live parts to readers, each on its own virtual thread for as long as it listens. */
final class LiveStream {
  private static final int MOST_READERS = 5_000;

  private final Semaphore places = new Semaphore(MOST_READERS);

  /** Serves one reader until it leaves or nothing more is to come. */
  void serve(Context request, LiveParts live) throws InterruptedException {
    if (!places.tryAcquire()) {
      request.header("Retry-After", "30").status(HttpStatus.SERVICE_UNAVAILABLE);
      return;
    }
    try {
      send(request, live);
    } catch (IOException _) {
      // The reader has left, which is how a stream ends.
    } finally {
      places.release();
    }
  }

  private static void send(Context request, LiveParts live)
      throws IOException, InterruptedException {
    var response = request.res();
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    var out = response.getOutputStream();
    out.print(":\n\n");
    out.flush();
    long seen = seen(request);
    boolean more = true;
    while (more) {
      var frame = live.after(seen, LiveParts.breath());
      out.write(frame.bytes());
      out.flush();
      seen = frame.version();
      more = !frame.last();
    }
  }

  private static long seen(Context request) {
    var again = request.header("Last-Event-ID");
    var seen = again == null ? request.queryParam("seen") : again;
    return seen == null || !seen.matches("\\d{1,18}") ? -1 : Long.parseLong(seen);
  }
}
