package dev.roundtable.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something on the server's port that machines post to, and that knows by itself whether to believe
 * them. The size of a post and the rate of posts are bounded before it is asked.
 *
 * @param takes answers within a moment
 */
public record Hook(String path, Function<Asked, Answer> takes) {
  /** A post as it came. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Asked(byte[] body, Map<String, List<String>> headers) {}

  public record Answer(int status, String type, String body) {}

  void answer(Context request) {
    var servlet = request.req();
    Map<String, List<String>> headers =
        Collections.list(servlet.getHeaderNames()).stream()
            .collect(
                Collectors.toMap(name -> name, name -> Collections.list(servlet.getHeaders(name))));
    var answer = takes.apply(new Asked(request.bodyAsBytes(), headers));
    request.status(answer.status()).contentType(answer.type()).result(answer.body());
  }
}
