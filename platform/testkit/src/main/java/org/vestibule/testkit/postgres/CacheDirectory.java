package org.vestibule.testkit.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder for unpacked programs, kept between runs. */
final class CacheDirectory {
  private CacheDirectory() {}

  static Path find() throws IOException {
    Optional<Path> usable = candidates().filter(CacheDirectory::isUsable).findFirst();
    return usable.orElseThrow(() -> new IOException("no folder can be written for programs"));
  }

  private static Stream<Path> candidates() {
    Stream<String> named =
        Stream.of(System.getProperty("vestibule.cache"), System.getenv("XDG_CACHE_HOME"));
    Path home = Path.of(System.getProperty("user.home"), ".cache", "vestibule");
    Path temporary =
        Path.of(
            System.getProperty("java.io.tmpdir"), "vestibule-" + System.getProperty("user.name"));
    return Stream.concat(
        named.filter(name -> name != null && !name.isBlank()).map(n -> Path.of(n, "vestibule")),
        Stream.of(home, temporary));
  }

  private static boolean isUsable(Path folder) {
    try {
      Files.createDirectories(folder);
      // A folder of another user could hold programs that we did not unpack.
      String owner = Files.getOwner(folder).getName();
      return Files.isWritable(folder) && owner.equals(System.getProperty("user.name"));
    } catch (IOException unusable) {
      return false;
    }
  }
}
