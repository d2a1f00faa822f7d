package dev.roundtable.config;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in an operator's words what the parser stumbled over. */
final class YamlMistake {
  private YamlMistake() {}

  static String explain(MarkedYAMLException mistake) {
    var problem = mistake.getProblem();
    if (problem.contains("TAB")) {
      return "a tab stands where blanks indent";
    }
    if (problem.contains("<block end>")) {
      return "this line is not indented like the lines it belongs to";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "a colon is not expected here; a text with a colon and a blank needs quotes";
    }
    if (problem.contains("end of stream")) {
      return "a quote is not closed";
    }
    if (problem.startsWith("expected ','")) {
      return "a comma or a closing bracket is missing before this";
    }
    return problem.replaceAll("\\.( \\(.*)?$", "");
  }
}
