package dev.roundtable.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;

/** Puts what the schema says by default where nobody said anything. */
final class Defaults {
  private static final Origin DEFAULT = new Origin.Default();

  private Defaults() {}

  static Node.Mapping fill(Node.Mapping document) {
    return fill(document, Shape.ROUNDTABLE);
  }

  private static Node.Mapping fill(Node.Mapping mapping, Shape shape) {
    var filled = mapping;
    for (var key : shape.keys()) {
      var value = shape.child(key).flatMap(Shape::byDefault);
      if (value.isPresent() && !filled.entries().containsKey(key)) {
        filled = filled.with(key, new Node.Entry(DEFAULT, node(value.get())));
      }
    }
    for (var entry : mapping.entries().entrySet()) {
      filled = filled.with(entry.getKey(), entry.getValue());
    }
    return below(filled, shape);
  }

  private static Node.Mapping below(Node.Mapping mapping, Shape shape) {
    var filled = mapping;
    for (var entry : mapping.entries().entrySet()) {
      var child = shape.child(entry.getKey());
      if (child.isPresent() && entry.getValue().value() instanceof Node.Mapping group) {
        var value = fill(group, child.get());
        filled = filled.with(entry.getKey(), new Node.Entry(entry.getValue().key(), value));
      }
    }
    return filled;
  }

  private static Node node(JsonNode value) {
    if (value.isObject()) {
      return Node.Mapping.empty(DEFAULT);
    }
    if (value.isArray()) {
      var items = new ArrayList<Node>();
      value.forEach(item -> items.add(node(item)));
      return new Node.Sequence(DEFAULT, items);
    }
    return new Node.Scalar(DEFAULT, value);
  }
}
