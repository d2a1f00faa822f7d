package dev.roundtable.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.safety.Redaction;
import dev.roundtable.slack.SlackRenderer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the log to standard error, before which {@link LogStream} stands. A line of JSON says what
 * it is about as far as that is known: {@code debate}, {@code round}, {@code seat} (of the chair,
 * {@code chair}) and {@code platform}.
 */
final class LogLines extends AppenderBase<ILoggingEvent> {
  private static final String PLATFORM = "platform";
  private static final List<String> SUBJECTS = List.of("debate", "round", "seat", PLATFORM);
  private static final Map<String, String> OF_PLATFORMS =
      Map.of(
          "dev.roundtable.slack.", SlackRenderer.PLATFORM,
          "com.slack.api.", SlackRenderer.PLATFORM,
          "dev.roundtable.discord.", DiscordPlatform.NAME,
          "net.dv8tion.jda.", DiscordPlatform.NAME);

  private final Optional<ObjectMapper> json;

  // The mapper takes longer to make than all else of the log.
  LogLines(boolean asJson) {
    this.json = asJson ? Optional.of(new ObjectMapper()) : Optional.empty();
  }

  @Override
  protected void append(ILoggingEvent event) {
    System.err.println(json.map(mapper -> json(mapper, event)).orElseGet(() -> text(event)));
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
  private static String json(ObjectMapper mapper, ILoggingEvent event) {
    var line = mapper.createObjectNode();
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
    if (!line.has(PLATFORM)) {
      platform(event.getLoggerName()).ifPresent(platform -> line.put(PLATFORM, platform));
    }
    var trace = trace(event);
    if (!trace.isEmpty()) {
      line.put("error", Redaction.redact(trace));
    }
    try {
      return mapper.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  // Threads of the platforms' own libraries know nothing of ours.
  private static Optional<String> platform(String logger) {
    return OF_PLATFORMS.entrySet().stream()
        .filter(of -> logger.startsWith(of.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String trace(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    return thrown == null ? "" : ThrowableProxyUtil.asString(thrown).stripTrailing();
  }
}
