package dev.roundtable.config;

import java.util.Comparator;

/** Where a value was said. */
public sealed interface Origin {
  /** Defaults first, then files by name and line, then variables by name. */
  Comparator<Origin> ORDER =
      Comparator.comparingInt(Origin::rank)
          .thenComparing(Origin::name)
          .thenComparingInt(Origin::line)
          .thenComparingInt(Origin::column);

  /** A place in a file; lines and columns are counted from 1. */
  record InFile(String name, int line, int column) implements Origin {
    @Override
    public String toString() {
      return name + ":" + line + ":" + column;
    }
  }

  /** A file as a whole. */
  record WholeFile(String name) implements Origin {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A variable of the environment. */
  record Variable(String name) implements Origin {
    @Override
    public String toString() {
      return "$" + name;
    }
  }

  /** Nobody said it. */
  record Default() implements Origin {
    @Override
    public String name() {
      return "";
    }

    @Override
    public String toString() {
      return "default";
    }
  }

  String name();

  private int line() {
    return this instanceof InFile place ? place.line() : 0;
  }

  private int column() {
    return this instanceof InFile place ? place.column() : 0;
  }

  private int rank() {
    return switch (this) {
      case Default _ -> 0;
      case InFile _, WholeFile _ -> 1;
      case Variable _ -> 2;
    };
  }
}
