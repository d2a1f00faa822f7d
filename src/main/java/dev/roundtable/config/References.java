package dev.roundtable.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What no schema can say: that names lead somewhere, and that keys go together. */
final class References {
  private final Node.Mapping root;
  private final List<Problem> problems = new ArrayList<>();

  private References(Node.Mapping root) {
    this.root = root;
  }

  /** Checks as far as the document's shape allows. */
  static List<Problem> check(Node.Mapping root) {
    var references = new References(root);
    references.groups("providers").forEach((_, group) -> references.provider(group));
    references.groups("seats").forEach(references::seat);
    references.groups("panels").forEach(references::panel);
    root.mapping("store").ifPresent(references::store);
    root.mapping("chat").ifPresent(references::chat);
    root.mapping("web").ifPresent(web -> references.url(web, "publicUrl"));
    references.platforms();
    return references.problems;
  }

  private Map<String, Node.Mapping> groups(String key) {
    var groups = new java.util.LinkedHashMap<String, Node.Mapping>();
    for (var name : names(key)) {
      root.mapping(key).flatMap(m -> m.mapping(name)).ifPresent(group -> groups.put(name, group));
    }
    return groups;
  }

  private Collection<String> names(String key) {
    return root.mapping(key)
        .map(Node.Mapping::entries)
        .<Collection<String>>map(Map::keySet)
        .orElse(Set.of());
  }

  private void provider(Node.Mapping provider) {
    secret(provider, "apiKey");
    url(provider, "baseUrl");
    var open = provider.get("allowPrivate").map(node -> node.json().asBoolean()).orElse(false);
    text(provider, "baseUrl")
        .filter(url -> !open && Urls.isPlain(url.text()) && !Urls.isLoopback(url.text()))
        .ifPresent(url ->
            say(
                url.node(),
                "baseUrl is not encrypted and leaves this machine; use https, or set"
                    + " allowPrivate: true for a server of your own network."));
  }

  private void url(Node.Mapping group, String key) {
    text(group, key)
        .flatMap(url -> Urls.problem(url.text()).map(why -> Map.entry(url.node(), why)))
        .ifPresent(found ->
            say(
                found.getKey(),
                key + " is not a URL that can be called: " + found.getValue() + "."));
  }

  private void store(Node.Mapping store) {
    text(store, "url")
        .filter(url -> Urls.holdsPassword(url.text()))
        .ifPresent(url ->
            say(
                url.node(),
                "store.url holds a password, and a secret must not stand in the configuration."));
  }

  private void seat(String name, Node.Mapping seat) {
    text(seat, "provider")
        .ifPresent(
            to -> resolve(to, "seats." + name + ".provider", "provider", names("providers")));
  }

  private void panel(String name, Node.Mapping panel) {
    var scripted = panel.get("scripted").map(node -> node.json().asBoolean()).orElse(false);
    var place = place("panels", name);
    if (!scripted && !panel.entries().containsKey("seats")) {
      problems.add(
          new Problem(place, "panels." + name + " lacks the key seats: a list of 2 to 50 seats."));
    }
    for (var key : List.of("seats", "chair")) {
      if (scripted && panel.entries().containsKey(key)) {
        var entry = java.util.Objects.requireNonNull(panel.entries().get(key));
        problems.add(
            new Problem(
                entry.key(),
                "panels."
                    + name
                    + " is scripted and has no "
                    + key
                    + " of its own; remove "
                    + key
                    + " or scripted."));
      } else {
        panel
            .get(key)
            .map(Node::texts)
            .orElse(List.of())
            .forEach(text ->
                resolve(
                    new Text(text.getValue(), text.getKey()),
                    "panels." + name + "." + key,
                    "seat",
                    names("seats")));
      }
    }
    new PanelTimes(root, name, panel).problem().ifPresent(problems::add);
  }

  private Origin place(String group, String name) {
    return root.mapping(group)
        .map(mapping -> mapping.entries().get(name))
        .map(Node.Entry::key)
        .orElse(root.origin());
  }

  private void chat(Node.Mapping chat) {
    text(chat, "panel").ifPresent(to -> resolve(to, "chat.panel", "panel", names("panels")));
  }

  private void platforms() {
    root.mapping("slack").ifPresent(slack -> needed("slack", slack, "botToken"));
    root.mapping("slack").ifPresent(slack -> needed("slack", slack, "appToken"));
    root.mapping("discord").ifPresent(discord -> needed("discord", discord, "token"));
  }

  private void needed(String group, Node.Mapping mapping, String name) {
    secret(mapping, name);
    var keys = mapping.entries().keySet();
    if (!keys.contains(name + Secrets.ENV) && !keys.contains(name + Secrets.FILE)) {
      var place = Optional.ofNullable(root.entries().get(group)).map(Node.Entry::key);
      problems.add(
          new Problem(
              place.orElse(root.origin()),
              group + " lacks " + name + Secrets.ENV + " or " + name + Secrets.FILE + "."));
    }
  }

  private void secret(Node.Mapping mapping, String name) {
    if (mapping.get(name + Secrets.ENV).isPresent()
        && mapping.get(name + Secrets.FILE).isPresent()) {
      var second = java.util.Objects.requireNonNull(mapping.entries().get(name + Secrets.FILE));
      problems.add(
          new Problem(
              second.key(),
              name
                  + Secrets.ENV
                  + " and "
                  + name
                  + Secrets.FILE
                  + " are both given; one says where the secret is."));
    }
  }

  private record Text(Node node, String text) {}

  private static Optional<Text> text(Node.Mapping group, String key) {
    return group
        .get(key)
        .filter(node -> node.json().isTextual())
        .map(node -> new Text(node, node.json().textValue()));
  }

  private void resolve(Text to, String where, String kind, Collection<String> names) {
    if (!names.contains(to.text())) {
      say(
          to.node(),
          where
              + " names the "
              + kind
              + " "
              + Shown.key(to.text())
              + ", which does not exist."
              + Nearest.question(to.text(), names));
    }
  }

  private void say(Node node, String sentence) {
    problems.add(new Problem(node.origin(), sentence));
  }
}
