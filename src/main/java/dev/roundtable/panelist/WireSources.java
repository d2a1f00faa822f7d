package dev.roundtable.panelist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.roundtable.debate.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the sources of an answer in the order that its numbers refer to. A node is a URL, or has
 * {@code url} or {@code uri}, and perhaps a title.
 */
final class WireSources {
  // More than any search returns; an id beyond it numbers something else.
  private static final int MAX_ID = 200;

  private WireSources() {}

  /**
   * First those that the vendor numbers, each in its place even if it repeats another or is no web
   * page, then what else is cited, once each.
   */
  static List<Source> of(List<JsonNode> numbered, List<JsonNode> cited) {
    var titles = new HashMap<String, String>();
    numbered.forEach(node -> addTitle(node, titles));
    cited.forEach(node -> addTitle(node, titles));
    var sources = new ArrayList<Source>();
    inPlace(numbered).forEach(node -> sources.add(source(node, titles)));
    while (!sources.isEmpty() && sources.getLast().url().isEmpty()) {
      sources.removeLast();
    }
    for (var node : cited) {
      var source = source(node, titles);
      boolean known = sources.stream().anyMatch(other -> other.url().equals(source.url()));
      if (!known && !source.url().isEmpty()) {
        sources.add(source);
      }
    }
    return sources;
  }

  private static List<JsonNode> inPlace(List<JsonNode> numbered) {
    var byId = new TreeMap<Integer, JsonNode>();
    numbered.forEach(node -> byId.put(node.path("id").asInt(0), node));
    if (byId.size() < numbered.size()
        || byId.isEmpty()
        || byId.firstKey() < 1
        || byId.lastKey() > MAX_ID) {
      return numbered;
    }
    var places = new ArrayList<JsonNode>();
    for (int id = 1; id <= byId.lastKey(); id++) {
      places.add(byId.getOrDefault(id, MissingNode.getInstance()));
    }
    return places;
  }

  private static void addTitle(JsonNode node, Map<String, String> titles) {
    var title = node.path("title").asText("");
    if (!title.isBlank()) {
      titles.putIfAbsent(url(node), title);
    }
  }

  private static Source source(JsonNode node, Map<String, String> titles) {
    var url = url(node);
    boolean web = url.startsWith("https://") || url.startsWith("http://");
    return web ? new Source(titles.getOrDefault(url, url), url) : new Source("", "");
  }

  private static String url(JsonNode node) {
    return node.isTextual()
        ? node.textValue()
        : node.path("url").asText(node.path("uri").asText(""));
  }
}
