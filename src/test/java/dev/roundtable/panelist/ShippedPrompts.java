package dev.roundtable.panelist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The prompts that come with the project. */
final class ShippedPrompts {
  private ShippedPrompts() {}

  static Map<String, String> texts() {
    var texts = new HashMap<String, String>();
    try (var files = Files.list(Path.of("bot-config/prompts"))) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString().replaceFirst("\\.md$", "");
        texts.put(name, Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  static Prompts read() {
    return switch (Prompts.parse(texts())) {
      case Prompts.Parsed.Read(var prompts) -> prompts;
      case Prompts.Parsed.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }
}
