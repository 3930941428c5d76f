package org.vestibule.local.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one piece of work. It stays when the work fails, because the logs are in it. */
public final class TemporaryFolder {
  private TemporaryFolder() {}

  /** Work in a folder. */
  public interface Work<T> {
    T in(Path folder) throws Exception;
  }

  /** Does the work in a new folder and removes the folder after it. */
  public static <T> T use(String prefix, Work<T> work) throws Exception {
    Path folder = Files.createTempDirectory(prefix);
    T result = work.in(folder);
    remove(folder);
    return result;
  }

  private static void remove(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
