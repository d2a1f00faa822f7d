package dev.roundtable.web;

import dev.roundtable.export.Html;
import dev.roundtable.export.Tag;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** How things are sent. */
final class Answers {
  private Answers() {}

  static Html sheet(Asset asset) {
    return Tag.of("link").with("rel", "stylesheet").place("href", asset.path());
  }

  static Html icon() {
    return Tag.of("link").with("rel", "icon").place("href", Asset.ICON.path());
  }

  /** A page; one that stays as it is, is sent again only when it has changed. */
  static void html(Context request, String page, boolean stays) {
    request.contentType("text/html; charset=utf-8");
    if (stays) {
      var bytes = page.getBytes(StandardCharsets.UTF_8);
      kept(request, bytes);
    } else {
      request.result(page);
    }
  }

  static void file(Context request, String type, String content) {
    request.header("Content-Disposition", "attachment");
    request.contentType(type + "; charset=utf-8");
    kept(request, content.getBytes(StandardCharsets.UTF_8));
  }

  static void bytes(Context request, String type, byte[] content) {
    request.contentType(type);
    kept(request, content);
  }

  // Weak, as it is the same whether compressed or not.
  private static void kept(Context request, byte[] content) {
    var sum = new CRC32C();
    sum.update(content);
    var tag = "W/\"" + HexFormat.of().toHexDigits(sum.getValue()) + "-" + content.length + "\"";
    request.header("ETag", tag).header("Cache-Control", "private, no-cache");
    if (tag.equals(request.header("If-None-Match"))) {
      request.status(HttpStatus.NOT_MODIFIED);
    } else {
      request.result(content);
    }
  }
}
