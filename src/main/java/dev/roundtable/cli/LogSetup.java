package dev.roundtable.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sets the log up: warnings and worse to standard error, as text. {@code ROUNDTABLE_LOG=json} makes
 * each entry one JSON object, {@code ROUNDTABLE_LOG_LEVEL=info} tells more. It is found by its name
 * in {@code META-INF/services}.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  static final String FORMAT = "ROUNDTABLE_LOG";
  static final String LEVEL = "ROUNDTABLE_LOG_LEVEL";
  static final String LEVEL_PROPERTY = "roundtable.log.level";

  // What they tell at INFO and below names tables and statements.
  private static final List<String> QUIET =
      List.of("com.github.kagkarlsson", "com.zaxxer.hikari", "org.flywaydb");

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var environment = System.getenv();
    var lines = new LogLines(isJson(environment));
    lines.setContext(context);
    lines.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var level = level(environment);
    root.setLevel(level);
    root.addAppender(lines);
    QUIET.forEach(name -> context.getLogger(name).setLevel(higher(level)));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  static boolean isJson(Map<String, String> environment) {
    return "json".equals(environment.getOrDefault(FORMAT, "").strip().toLowerCase(Locale.ROOT));
  }

  private static Level level(Map<String, String> environment) {
    var asked =
        Optional.ofNullable(System.getProperty(LEVEL_PROPERTY))
            .orElseGet(() -> environment.getOrDefault(LEVEL, ""));
    return Level.toLevel(asked.strip(), Level.WARN);
  }

  private static Level higher(Level level) {
    return level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN;
  }
}
