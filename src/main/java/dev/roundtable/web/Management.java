package dev.roundtable.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.function.Supplier;

/** What a machine asks: whether the program lives, whether it can work, and what it counts. */
final class Management {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Readiness readiness;
  private final Supplier<String> metrics;

  Management(Readiness readiness, Supplier<String> metrics) {
    this.readiness = readiness;
    this.metrics = metrics;
  }

  void routes(RoutesConfig routes) {
    routes.get("/livez", request -> request.contentType("text/plain").result("ok\n"));
    routes.get("/readyz", this::ready);
    routes.get("/metrics", request -> request.contentType(PROMETHEUS).result(metrics.get()));
  }

  private void ready(Context request) throws com.fasterxml.jackson.core.JsonProcessingException {
    var checks = readiness.checks();
    boolean all = checks.stream().allMatch(Readiness.Check::ready);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("ready", all);
    shown.put("checks", checks);
    request
        .status(all ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType("application/json")
        .result(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shown) + "\n");
  }
}
