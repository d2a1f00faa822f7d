package dev.roundtable.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a folder and the environment into a configuration, or into everything that is wrong. */
public final class ConfigLoader {
  private final ConfigFolder folder;
  private final Map<String, String> environment;
  private final Function<Map<String, String>, List<String>> promptCheck;

  /**
   * Reads nothing yet.
   *
   * @param promptCheck says in sentences what is wrong with the prompts, given by name
   */
  public ConfigLoader(
      ConfigFolder folder,
      Map<String, String> environment,
      Function<Map<String, String>, List<String>> promptCheck) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.promptCheck = promptCheck;
  }

  public ConfigFolder folder() {
    return folder;
  }

  /** Reads everything anew. */
  public Loaded load() {
    return load(folder.read());
  }

  Loaded load(ConfigFolder.Contents contents) {
    var problems = new ArrayList<>(contents.problems());
    promptCheck.apply(contents.prompts()).stream()
        .map(sentence -> new Problem(new Origin.WholeFile(folder.promptsName()), sentence))
        .forEach(problems::add);
    if (contents.text().isEmpty()) {
      return invalid(problems);
    }
    var document = document(contents.text().get(), problems);
    if (!problems.isEmpty()) {
      return invalid(problems);
    }
    var settings = new Settings(new Section(document), environment);
    return new Loaded.Valid(
        settings.read(contents.prompts()), new EffectiveConfig(document, environment));
  }

  private Node.Mapping document(String text, List<Problem> problems) {
    var read = YamlText.read(folder.fileName(), text, problems);
    var root = read instanceof Node.Mapping mapping ? mapping : Node.Mapping.empty(read.origin());
    var document = Defaults.fill(Overrides.lay(environment, root, problems));
    if (read instanceof Node.Mapping) {
      problems.addAll(check(document));
    } else if (!(read instanceof Node.Refused)) {
      problems.addAll(SchemaCheck.check(read));
    }
    return document;
  }

  // What holds a secret is refused for that alone.
  private static List<Problem> check(Node.Mapping document) {
    var credentials = Credentials.check(document);
    var places = credentials.stream().map(Problem::origin).toList();
    var others =
        Stream.concat(SchemaCheck.check(document).stream(), References.check(document).stream())
            .filter(problem -> !places.contains(problem.origin()));
    return Stream.concat(credentials.stream(), others).toList();
  }

  private static Loaded invalid(List<Problem> problems) {
    return new Loaded.Invalid(problems.stream().distinct().sorted(Problem.ORDER).toList());
  }
}
