package dev.roundtable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.cli.ConfigCommand;
import dev.roundtable.cli.RoundtableCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The files that put the bot into a container, and the program's own opinion of them. */
final class Manifests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Manifests() {}

  /** A line of a Dockerfile, continued lines joined. */
  record Instruction(String name, String rest) {
    /** Its words if it is in exec form. */
    List<String> words() throws IOException {
      var words = new ArrayList<String>();
      JSON.readTree(rest.substring(rest.indexOf('['))).forEach(word -> words.add(word.asText()));
      return words;
    }
  }

  static List<Instruction> dockerfile() throws IOException {
    var text = Files.readString(Path.of("Dockerfile")).replaceAll("(?m)^#.*\\R", "");
    return Pattern.compile("(?m)^([A-Z]+) (.*)$")
        .matcher(text.replaceAll("\\\\\\R\\s*", ""))
        .results()
        .map(line -> new Instruction(line.group(1), line.group(2).strip()))
        .toList();
  }

  /** With anchors and merged keys resolved. */
  static JsonNode yaml(String file) throws IOException {
    return JSON.valueToTree(new Yaml().<Object>load(Files.readString(Path.of(file))));
  }

  /** What is wrong with a configuration in these variables; empty if nothing is. */
  static String problems(Map<String, String> environment, Path folder) {
    var out = new StringWriter();
    var line = RoundtableCommand.commandLine(new ConfigCommand(environment));
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(out, true));
    int code = line.execute("config", "--config", folder.toString());
    return code == 0 ? "" : "exit code " + code + ": " + out;
  }
}
