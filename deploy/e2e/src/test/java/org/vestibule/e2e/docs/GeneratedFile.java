package org.vestibule.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of {@code docs} that the build writes. */
final class GeneratedFile {
  private GeneratedFile() {}

  /**
   * Fails when the committed file differs; the new content is written, to be looked at and
   * committed.
   */
  static void check(Path file, String content) throws IOException {
    String committed = Files.exists(file) ? Files.readString(file) : "";
    if (!committed.equals(content)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    }
    assertThat(committed)
        .as(
            "%s was out of date and has been written anew: look at the difference and commit it",
            file)
        .isEqualTo(content);
  }
}
