package dev.roundtable.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a document against the JSON Schema and says in sentences where it does not fit. */
final class SchemaCheck {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Shape.ROUNDTABLE.root());

  private SchemaCheck() {}

  static List<Problem> check(Node document) {
    return SCHEMA.validate(document.json()).stream()
        .flatMap(error -> problem(document, error).stream())
        .distinct()
        .toList();
  }

  private static Optional<Problem> problem(Node document, Error error) {
    var spot = Spot.at(document, error.getInstanceLocation());
    if (spot.node() instanceof Node.Refused) {
      return Optional.empty();
    }
    return Optional.of(new Complaint(spot, error).problem());
  }

  /** A place in the document: its path, its key, its value, and what should stand there. */
  record Spot(List<String> path, Origin key, Node node, Shape shape) {
    static Spot at(Node document, NodePath location) {
      var origin = document.origin();
      var spot = new Spot(List.of(), origin, document, Shape.ROUNDTABLE);
      for (var i = 0; i < location.getNameCount(); i++) {
        spot = spot.step(location.getElement(i));
      }
      return spot;
    }

    private Spot step(Object name) {
      return switch (node) {
        case Node.Mapping mapping -> step(mapping, String.valueOf(name));
        case Node.Sequence(_, var items) -> {
          var item = items.get(((Number) name).intValue());
          yield new Spot(path, item.origin(), item, shape.item());
        }
        case Node.Scalar _, Node.Refused _ -> this;
      };
    }

    private Spot step(Node.Mapping mapping, String name) {
      var entry = mapping.entries().get(name);
      var below = shape.child(name);
      if (entry == null || below.isEmpty()) {
        return this;
      }
      var longer = Stream.concat(path.stream(), Stream.of(name)).toList();
      return new Spot(longer, entry.key(), entry.value(), below.get());
    }

    /** Such as {@code seats.gpt.name}. */
    String name() {
      return path.isEmpty() ? "The configuration" : String.join(".", path);
    }
  }
}
