package dev.roundtable.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML from its events, so that each value keeps its place. Anchors, aliases, merge keys and
 * tags are refused: every value then has one place, and no small file can unfold into a large one.
 */
final class YamlText {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_VALUE = 2000;
  private static final int MAX_CHARACTERS = 1_000_000;

  private final String file;
  private final List<Problem> problems;
  private final Iterator<Event> events;

  private YamlText(String file, String text, List<Problem> problems) {
    var options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    this.file = file;
    this.problems = problems;
    this.events = new Yaml(options).parse(new StringReader(text)).iterator();
  }

  /** The document's root; what cannot be read is refused and complained about. */
  static Node read(String file, String text, List<Problem> problems) {
    if (text.length() > MAX_CHARACTERS) {
      var why = "it is longer than " + MAX_CHARACTERS + " characters";
      return refused(new Origin.WholeFile(file), why, problems);
    }
    try {
      return new YamlText(file, text, problems).document();
    } catch (MarkedYAMLException e) {
      return refused(origin(file, e.getProblemMark()), YamlMistake.explain(e), problems);
    } catch (ReaderException e) {
      var before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
      var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      var column = before.length() - before.lastIndexOf('\n');
      return refused(
          new Origin.InFile(file, line, column), "it holds a control character", problems);
    }
  }

  private static Node refused(Origin origin, String why, List<Problem> problems) {
    problems.add(new Problem(origin, "This is not YAML: " + why + "."));
    return new Node.Refused(origin);
  }

  private Node document() {
    var event = events.next();
    while (!(event instanceof NodeEvent) && !(event instanceof StreamEndEvent)) {
      event = events.next();
    }
    if (event instanceof StreamEndEvent) {
      return Node.Mapping.empty(new Origin.InFile(file, 1, 1));
    }
    var root = node(event, 0);
    while (events.hasNext()) {
      var next = events.next();
      if (next instanceof DocumentStartEvent) {
        return refuse(next, "A second document begins here; one file is one document.");
      }
    }
    return root;
  }

  private Node node(Event event, int depth) {
    refuseExtras(event);
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case SequenceStartEvent _ -> sequence(event, depth);
      case MappingStartEvent _ -> mapping(event, depth);
      case AliasEvent _ -> refuse(event, "Aliases (*) are not used here; write the value out.");
      default -> throw new IllegalStateException("not the start of a node: " + event);
    };
  }

  private Node scalar(ScalarEvent scalar) {
    return scalar.getValue().length() > MAX_VALUE
        ? refuse(scalar, "This is longer than " + MAX_VALUE + " characters.")
        : new Node.Scalar(origin(scalar), value(scalar));
  }

  private static JsonNode value(ScalarEvent scalar) {
    return scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? Words.read(scalar.getValue())
        : TextNode.valueOf(scalar.getValue());
  }

  private Node sequence(Event start, int depth) {
    checkDepth(start, depth);
    var items = new ArrayList<Node>();
    for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      items.add(node(event, depth + 1));
    }
    return new Node.Sequence(origin(start), List.copyOf(items));
  }

  private Node mapping(Event start, int depth) {
    checkDepth(start, depth);
    var entries = new LinkedHashMap<String, Node.Entry>();
    for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      var key = node(event, depth + 1);
      var value = node(events.next(), depth + 1);
      if (event instanceof ScalarEvent scalar && key instanceof Node.Scalar) {
        put(entries, scalar, new Node.Entry(key.origin(), value));
      } else if (!(key instanceof Node.Refused)) {
        refuse(event, "A key must be one word.");
      }
    }
    return new Node.Mapping(origin(start), entries);
  }

  private void put(Map<String, Node.Entry> entries, ScalarEvent scalar, Node.Entry entry) {
    var key = scalar.getValue();
    var first = entries.get(key);
    if (key.equals("<<")) {
      refuse(scalar, "Merge keys (<<) are not used here; write the keys out.");
    } else if (first == null) {
      entries.put(key, entry);
    } else {
      var earlier = first.key() instanceof Origin.InFile place ? place.line() : 0;
      refuse(scalar, Shown.key(key) + " stands here twice; the first is in line " + earlier + ".");
    }
  }

  private void refuseExtras(Event event) {
    if (event instanceof AliasEvent || !(event instanceof NodeEvent node)) {
      return;
    }
    if (node.getAnchor() != null) {
      refuse(event, "Anchors (&) are not used here; write the value out where it is needed.");
    }
    var tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case SequenceStartEvent sequence -> sequence.getTag();
          case MappingStartEvent mapping -> mapping.getTag();
          default -> null;
        };
    if (tag != null) {
      refuse(event, "Tags (!) are not used here; a text that looks like a number needs quotes.");
    }
  }

  private void checkDepth(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw new TooDeep(event.getStartMark());
    }
  }

  private Node refuse(Event event, String sentence) {
    problems.add(new Problem(origin(event), sentence));
    return new Node.Refused(origin(event));
  }

  private Origin origin(Event event) {
    return origin(file, event.getStartMark());
  }

  private static Origin origin(String file, Mark mark) {
    return new Origin.InFile(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static final class TooDeep extends MarkedYAMLException {
    private static final long serialVersionUID = 1;

    TooDeep(Mark mark) {
      super(null, null, "it is nested more than " + MAX_DEPTH + " deep", mark);
    }
  }
}
