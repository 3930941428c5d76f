package org.vestibule.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/**
 * The archive of loaded classes that lets a program start sooner. It is written when the program of
 * a training start ends, and read by every later start of the same build.
 */
record ClassArchive(Path file) {
  // Ended by itself, or by the signal with which we end programs.
  private static final Set<Integer> IN_ORDER = Set.of(0, 130, 143);

  List<String> flags(MachineFlags flags) {
    if (flags == MachineFlags.TRAINING) {
      return List.of("-XX:ArchiveClassesAtExit=" + fresh());
    }
    return Files.exists(file) ? List.of("-XX:SharedArchiveFile=" + file) : List.of();
  }

  /** True when a start with these flags reads or writes the archive. */
  boolean isUsed(MachineFlags flags) {
    return !flags(flags).isEmpty();
  }

  /** Keeps what a training start wrote, unless the program ended out of order. */
  boolean keep(int exitCode) {
    try {
      if (!IN_ORDER.contains(exitCode) || !Files.exists(fresh())) {
        Files.deleteIfExists(fresh());
        return false;
      }
      Files.move(fresh(), file, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be kept", failure);
    }
  }

  private Path fresh() {
    return file.resolveSibling(file.getFileName() + ".new");
  }
}
