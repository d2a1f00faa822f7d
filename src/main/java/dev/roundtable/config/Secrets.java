package dev.roundtable.config;

import dev.roundtable.safety.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Secrets stand in the configuration by reference alone: a secret {@code x} is named by {@code
 * xEnv} or {@code xFile}.
 */
final class Secrets {
  static final String ENV = "Env";
  static final String FILE = "File";
  private static final Pattern SECRETIVE =
      Pattern.compile("(?i).*(key|token|secret|passw(or)?d|credential)s?");

  private Secrets() {}

  static boolean isReference(String key) {
    return key.endsWith(ENV) || key.endsWith(FILE);
  }

  /** The other way to name the same secret. */
  static String counterpart(String key) {
    return key.endsWith(ENV)
        ? key.substring(0, key.length() - ENV.length()) + FILE
        : key.substring(0, key.length() - FILE.length()) + ENV;
  }

  /** The secrets of a group of keys, such as {@code apiKey}. */
  static List<String> of(Shape shape) {
    return shape.keys().stream()
        .filter(key -> key.endsWith(ENV))
        .map(key -> key.substring(0, key.length() - ENV.length()))
        .toList();
  }

  /** The sentence that refuses a key if a secret seems to have been written under it. */
  static Optional<String> inline(String key, Shape shape) {
    var others = shape.keys().stream().filter(other -> !isReference(other)).toList();
    if (!SECRETIVE.matcher(key).matches() || Nearest.to(key, others).isPresent()) {
      return Optional.empty();
    }
    var secrets = of(shape);
    var meant = Nearest.to(key, secrets).or(() -> secrets.stream().findFirst());
    var instead =
        meant
            .map(
                name -> "name its variable with " + name + ENV + " or its file with " + name + FILE)
            .orElseGet(() -> elsewhere(key));
    return Optional.of(
        "A secret must not stand in the configuration (" + Shown.key(key) + "): " + instead + ".");
  }

  private static String elsewhere(String key) {
    return Elsewhere.of(key + ENV)
        .map(group -> key + ENV + " belongs in " + group)
        .orElse("there is no such key here");
  }

  /** The secret of that name, nothing if the group does not name it. */
  static Optional<Secret> read(Section section, String name, Map<String, String> environment) {
    return section
        .text(name + ENV)
        .<Secret>map(variable -> new InEnvironment(variable, environment))
        .or(() -> section.text(name + FILE).map(Path::of).map(InFile::new));
  }

  /** Equal by where it is kept. */
  private record InEnvironment(String variable, Map<String, String> environment) implements Secret {
    @Override
    public Optional<String> read() {
      return Optional.ofNullable(environment.get(variable))
          .map(String::strip)
          .filter(value -> !value.isEmpty());
    }

    @Override
    public String origin() {
      return "$" + variable;
    }

    @Override
    public String toString() {
      return origin();
    }
  }

  private record InFile(Path file) implements Secret {
    @Override
    public Optional<String> read() {
      try {
        return Optional.of(Files.readString(file).strip()).filter(value -> !value.isEmpty());
      } catch (IOException _) {
        // Between two versions of a mounted secret there may be none; the caller names the origin.
        return Optional.empty();
      }
    }

    @Override
    public String origin() {
      return file.toString();
    }

    @Override
    public String toString() {
      return origin();
    }
  }
}
