package org.vestibule.testkit.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds {@code docs/events} from whichever module the tests run in. */
final class EventFiles {
  private EventFiles() {}

  static Path folder() {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      Path folder = at.resolve("docs").resolve("events");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new AssertionError("no docs/events above " + start);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
