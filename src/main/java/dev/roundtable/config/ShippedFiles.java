package dev.roundtable.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The folder {@code bot-config} as it ships inside the program. */
final class ShippedFiles {
  private static final String ROOT = "/bot-config/";

  private ShippedFiles() {}

  static String read(String name) {
    try (var stream = ShippedFiles.class.getResourceAsStream(ROOT + name)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its own file bot-config/" + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The prompts by name, which is their file's without {@code .md}; empty if none ship. */
  static Map<String, String> prompts() {
    var folder = ShippedFiles.class.getResource(ROOT + "prompts");
    if (folder == null) {
      return Map.of();
    }
    try {
      return prompts(folder.toURI());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> prompts(URI folder) throws IOException {
    if (!folder.getScheme().equals("jar")) {
      return texts(Path.of(folder));
    }
    // Its own view of the jar, so that closing it closes nobody else's.
    var jar = Path.of(URI.create(folder.getSchemeSpecificPart().split("!", 2)[0]));
    try (var files = FileSystems.newFileSystem(jar)) {
      return texts(files.getPath(ROOT + "prompts"));
    }
  }

  static String promptName(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.md$", "");
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        texts.put(promptName(file), Files.readString(file));
      }
    }
    return texts;
  }
}
