package dev.roundtable.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the configuration is kept.
 *
 * @param path a folder, nothing for the one that ships inside the program
 */
public record ConfigFolder(Optional<Path> path) {
  public static final String FILE = "roundtable.yaml";

  /** The variable that names the folder. */
  public static final String VARIABLE = "ROUNDTABLE_CONFIG";

  private static final String PROMPTS = "prompts";

  /** What was read, and what could not be. Equal contents are equal configurations. */
  record Contents(Optional<String> text, Map<String, String> prompts, List<Problem> problems) {}

  /**
   * The folder that was asked for, else the one that {@code ROUNDTABLE_CONFIG} names, else {@code
   * bot-config} in the working directory if it is there, else the one that ships.
   */
  public static ConfigFolder locate(
      Optional<Path> asked, Map<String, String> environment, Path workingDirectory) {
    var named =
        asked.or(() ->
            Optional.ofNullable(environment.get(VARIABLE))
                .filter(name -> !name.isBlank())
                .map(Path::of));
    var here = workingDirectory.resolve("bot-config");
    return new ConfigFolder(named.or(() -> Optional.of(here).filter(Files::isDirectory)));
  }

  /** Such as {@code bot-config}; fit for print. */
  public String name() {
    return path.map(Path::toString).orElse("the configuration that ships");
  }

  /** How problems name the file of settings. */
  String fileName() {
    return path.map(folder -> folder.resolve(FILE).toString()).orElse("bot-config/" + FILE);
  }

  String promptsName() {
    return path.map(folder -> folder.resolve(PROMPTS).toString()).orElse("bot-config/" + PROMPTS);
  }

  Contents read() {
    var problems = new ArrayList<Problem>();
    var prompts = new TreeMap<>(ShippedFiles.prompts());
    path.map(folder -> folder.resolve(PROMPTS))
        .ifPresent(folder -> prompts.putAll(prompts(folder, problems)));
    var text = path.isPresent() ? text(path.get().resolve(FILE), problems) : shipped();
    return new Contents(text, Map.copyOf(prompts), List.copyOf(problems));
  }

  private static Optional<String> shipped() {
    return Optional.of(ShippedFiles.read(FILE));
  }

  // A prompt that the folder lacks is the one that ships.
  private static Map<String, String> prompts(Path folder, List<Problem> problems) {
    var prompts = new TreeMap<String, String>();
    if (!Files.isDirectory(folder)) {
      return prompts;
    }
    try (var files = Files.newDirectoryStream(folder, ConfigFolder::isPrompt)) {
      for (var file : files) {
        text(file, problems).ifPresent(text -> prompts.put(ShippedFiles.promptName(file), text));
      }
    } catch (IOException e) {
      problems.add(unreadable(folder, e));
    }
    return prompts;
  }

  private static boolean isPrompt(Path file) {
    return !fileName(file).startsWith(".") && !Files.isDirectory(file);
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Optional<String> text(Path file, List<Problem> problems) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      problems.add(unreadable(file, e));
      return Optional.empty();
    }
  }

  private static Problem unreadable(Path file, IOException e) {
    var why =
        switch (e) {
          case NoSuchFileException _ -> "There is no such file.";
          case CharacterCodingException _ -> "The file is not written in UTF-8.";
          default -> "The file cannot be read (" + e.getClass().getSimpleName() + ").";
        };
    return new Problem(new Origin.WholeFile(file.toString()), why);
  }
}
