package dev.roundtable.config;

import dev.roundtable.discord.ShardRange;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What no schema can say: that names lead somewhere, and that keys go together. */
final class References {
  private static final String SHARDS = "[0-9]{1,5}(-[0-9]{1,5})?/[0-9]{1,5}";

  private final Node.Mapping root;
  private final List<Problem> problems = new ArrayList<>();

  private References(Node.Mapping root) {
    this.root = root;
  }

  /** Checks as far as the document's shape allows. */
  static List<Problem> check(Node.Mapping root) {
    var references = new References(root);
    references.groups("providers").forEach(references::provider);
    references.groups("seats").forEach(seat -> references.resolve(seat, "provider", "providers"));
    references.groups("panels").forEach(references::panel);
    references.group("store").ifPresent(references::store);
    references.group("chat").ifPresent(chat -> references.resolve(chat, "panel", "panels"));
    references.groups("access").stream()
        .filter(group -> group.path().equals("access.panels"))
        .forEach(references::channels);
    references.group("web").ifPresent(web -> references.url(web, "publicUrl"));
    references.group("slack").ifPresent(references::slack);
    references.group("discord").ifPresent(references::discord);
    return references.problems;
  }

  /** A group of keys with its path and the place of its own key. */
  private record Group(String path, Origin key, Node.Mapping mapping) {
    /** The text under that key, if it is one. */
    Optional<String> text(String name) {
      return mapping.get(name).filter(n -> n.json().isTextual()).map(n -> n.json().textValue());
    }

    boolean flag(String name) {
      return mapping.get(name).map(node -> node.json().asBoolean()).orElse(false);
    }
  }

  private Optional<Group> group(String key) {
    return Optional.ofNullable(root.entries().get(key)).flatMap(entry -> group(key, entry));
  }

  private static Optional<Group> group(String path, Node.Entry entry) {
    return entry.value() instanceof Node.Mapping mapping
        ? Optional.of(new Group(path, entry.key(), mapping))
        : Optional.empty();
  }

  private List<Group> groups(String key) {
    return root.mapping(key).stream()
        .flatMap(named -> named.entries().entrySet().stream())
        .flatMap(named -> group(key + "." + named.getKey(), named.getValue()).stream())
        .toList();
  }

  private void provider(Group provider) {
    secret(provider, "apiKey");
    url(provider, "baseUrl");
    var open = provider.flag("allowPrivate");
    if (provider.text("baseUrl").filter(url -> !open && Urls.leavesInTheOpen(url)).isPresent()) {
      var what =
          "is not encrypted and leaves this machine; use https, or set allowPrivate: true for a"
              + " server of your own network.";
      say(provider, "baseUrl", what);
    }
  }

  private void discord(Group discord) {
    needed(discord, "token");
    url(discord, "apiUrl");
    if (discord.text("apiUrl").filter(Urls::leavesInTheOpen).isPresent()) {
      say(discord, "apiUrl", "is not encrypted and leaves this machine; use https.");
    }
    discord
        .text("shards")
        .filter(text -> text.matches(SHARDS) && !areShards(text))
        .ifPresent(_ ->
            say(discord, "shards", "names shards that do not exist; the first is 0, as in 0-3/8."));
  }

  private static boolean areShards(String text) {
    try {
      return ShardRange.of(text).total() > 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private void url(Group group, String key) {
    group
        .text(key)
        .flatMap(Urls::problem)
        .ifPresent(why -> say(group, key, "is not a URL that can be called: " + why + "."));
  }

  private void slack(Group slack) {
    needed(slack, "botToken");
    boolean http = slack.text("mode").filter("http"::equals).isPresent();
    needed(slack, http ? "signingSecret" : "appToken");
    secret(slack, http ? "appToken" : "signingSecret");
    if (http && group("web").isEmpty()) {
      say(
          slack,
          "mode",
          "is http, and there is no web server for Slack to call; add the group web.");
    }
    url(slack, "apiUrl");
    if (slack.text("apiUrl").filter(Urls::leavesInTheOpen).isPresent()) {
      say(slack, "apiUrl", "is not encrypted and leaves this machine; use https.");
    }
  }

  private void store(Group store) {
    if (store.text("url").filter(Urls::holdsPassword).isPresent()) {
      var what =
          "holds a password, and a secret must not stand in the configuration: name its variable"
              + " with passwordEnv or its file with passwordFile.";
      say(store, "url", what);
    }
    secret(store, "password");
    if (store.text("url").orElse("jdbc:sqlite:").startsWith("jdbc:sqlite:")) {
      for (var key : List.of("user", "passwordEnv", "passwordFile")) {
        if (store.mapping().get(key).isPresent()) {
          say(store, key, "is for PostgreSQL; SQLite has no users.");
        }
      }
    }
  }

  private void panel(Group panel) {
    if (panel.flag("scripted")) {
      unscripted(panel, "seats");
      unscripted(panel, "chair");
    } else if (!panel.mapping().entries().containsKey("seats")) {
      var sentence = panel.path() + " lacks the key seats: a list of 2 to 50 seats.";
      problems.add(new Problem(panel.key(), sentence));
    } else {
      if (panel.mapping().get("seats").orElseThrow() instanceof Node.Sequence) {
        resolve(panel, "seats", "seats");
      }
      resolve(panel, "chair", "seats");
    }
    new PanelTimes(root, panel.path(), panel.mapping()).problem().ifPresent(problems::add);
  }

  // Of a group below access, which is the panels by channel.
  private void channels(Group access) {
    access.mapping().entries().keySet().forEach(id -> resolve(access, id, "panels"));
  }

  private void unscripted(Group panel, String key) {
    var entry = panel.mapping().entries().get(key);
    if (entry != null) {
      var sentence =
          "%s is scripted and has no %s of its own; remove %s or scripted."
              .formatted(panel.path(), key, key);
      problems.add(new Problem(entry.key(), sentence));
    }
  }

  private void needed(Group group, String secret) {
    secret(group, secret);
    var keys = group.mapping().entries().keySet();
    var variable = secret + Secrets.ENV;
    var file = secret + Secrets.FILE;
    if (!keys.contains(variable) && !keys.contains(file)) {
      var sentence = group.path() + " lacks " + variable + " or " + file + ".";
      problems.add(new Problem(group.key(), sentence));
    }
  }

  private void secret(Group group, String secret) {
    var variable = secret + Secrets.ENV;
    var file = secret + Secrets.FILE;
    if (group.mapping().get(variable).isPresent() && group.mapping().get(file).isPresent()) {
      say(group, file, "is given beside " + variable + "; only one can say where the secret is.");
    }
    if (group.text(file).filter(References::isClosed).isPresent()) {
      say(group, file, "names a file that this program may not read.");
    }
  }

  // A file that is not there yet may be mounted later.
  private static boolean isClosed(String file) {
    try {
      var path = Path.of(file);
      return Files.exists(path) && !(Files.isRegularFile(path) && Files.isReadable(path));
    } catch (InvalidPathException _) {
      return true;
    }
  }

  /** Checks that what stands under the key are names of that kind. */
  private void resolve(Group group, String key, String kind) {
    var known = root.mapping(kind).map(named -> named.entries().keySet());
    var texts = group.mapping().get(key).map(Node::texts).orElse(List.of());
    for (var text : known.isPresent() ? texts : List.<Node.Text>of()) {
      if (!known.get().contains(text.text())) {
        var sentence =
            "%s.%s names %s, but there is no such name in %s."
                .formatted(group.path(), key, Shown.key(text.text()), kind);
        var question = Nearest.question(text.text(), known.get());
        problems.add(new Problem(text.origin(), sentence + question));
      }
    }
  }

  private void say(Group group, String key, String what) {
    var node = group.mapping().get(key).orElseThrow();
    problems.add(new Problem(node.origin(), group.path() + "." + key + " " + what));
  }
}
