package dev.roundtable.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.safety.Redaction;
import java.util.List;

/**
 * Writes the log to standard error, before which {@link LogStream} stands. A line of JSON says what
 * it is about as far as that is known: {@code debate}, {@code round}, {@code seat} and {@code
 * platform}.
 */
final class LogLines extends AppenderBase<ILoggingEvent> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SUBJECTS = List.of("debate", "round", "seat", "platform");

  private final boolean asJson;

  LogLines(boolean asJson) {
    this.asJson = asJson;
  }

  @Override
  protected void append(ILoggingEvent event) {
    System.err.println(asJson ? json(event) : text(event));
  }

  private static String text(ILoggingEvent event) {
    var name = event.getLoggerName();
    var line =
        event.getLevel()
            + " "
            + name.substring(name.lastIndexOf('.') + 1)
            + " - "
            + event.getFormattedMessage();
    var trace = trace(event);
    return trace.isEmpty() ? line : line + "\n" + trace;
  }

  // Redacted here too: what a secret looks like is seen before it is escaped.
  private static String json(ILoggingEvent event) {
    var line = JSON.createObjectNode();
    line.put("time", event.getInstant().toString());
    line.put("level", event.getLevel().toString());
    line.put("logger", event.getLoggerName());
    line.put("message", Redaction.redact(event.getFormattedMessage()));
    var known = event.getMDCPropertyMap();
    for (var subject : SUBJECTS) {
      var value = known.get(subject);
      if (value != null) {
        line.put(subject, Redaction.redact(value));
      }
    }
    var trace = trace(event);
    if (!trace.isEmpty()) {
      line.put("error", Redaction.redact(trace));
    }
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String trace(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    return thrown == null ? "" : ThrowableProxyUtil.asString(thrown).stripTrailing();
  }
}
