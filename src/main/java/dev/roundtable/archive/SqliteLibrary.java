package dev.roundtable.archive;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where SQLite itself is. The driver would unpack it from its jar at each start into the folder for
 * temporary files, and could not where that folder may hold no programs.
 */
final class SqliteLibrary {
  private static final String PATH = "org.sqlite.lib.path";

  private SqliteLibrary() {}

  /** Points the driver to the library that lies unpacked beside the program's jar, if one does. */
  static void locate() {
    // The jar alone, when the program was started by it.
    var program = System.getProperty("java.class.path", "");
    if (System.getProperty(PATH) == null && !program.contains(File.pathSeparator)) {
      var folder = Path.of(program).resolveSibling("native").toAbsolutePath();
      if (Files.exists(folder.resolve(System.mapLibraryName("sqlitejdbc")))) {
        System.setProperty(PATH, folder.toString());
      }
    }
  }
}
