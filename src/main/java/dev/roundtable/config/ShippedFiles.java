package dev.roundtable.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

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
      return folder.openConnection() instanceof JarURLConnection jar
          ? texts(jar.getJarFile(), jar.getEntryName() + "/")
          : texts(Path.of(folder.toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static String promptName(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.md$", "");
  }

  // The jar is shared with whoever reads it, so it stays open.
  private static Map<String, String> texts(JarFile jar, String folder) {
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(folder) && name.length() > folder.length())
        .map(name -> name.substring(ROOT.length() - 1))
        .collect(Collectors.toMap(name -> promptName(Path.of(name)), ShippedFiles::read));
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
