package org.vestibule.local.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files with what people told us, which only their owner may read. */
final class PrivateFile {
  private PrivateFile() {}

  /** Makes an empty file; one that is there is replaced. */
  static void create(Path path) throws IOException {
    Files.deleteIfExists(path);
    Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}
