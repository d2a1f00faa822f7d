package dev.roundtable.web;

import dev.roundtable.export.StyleSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/** A file that pages load from this server. Its address changes with its content. */
record Asset(String name, String type, String content) {
  static final Asset STYLE = new Asset("page.css", "text/css", StyleSheet.PAGE.css());
  static final Asset CHAT_STYLE = read("chat.css", "text/css");
  static final Asset SCRIPT = read("roundtable.js", "text/javascript");
  static final Asset ICON = read("icon.svg", "image/svg+xml");
  static final List<Asset> ALL = List.of(STYLE, CHAT_STYLE, SCRIPT, ICON);

  private static Asset read(String name, String type) {
    try (var in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new Asset(name, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path() {
    var sum = new CRC32C();
    sum.update(content.getBytes(StandardCharsets.UTF_8));
    return "/assets/" + HexFormat.of().toHexDigits((int) sum.getValue()) + "/" + name;
  }
}
