package org.vestibule.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder in which a stack keeps its state; whoever may not read secrets may not read it. */
public final class DataFolder {
  // Counts up whenever an older folder cannot be used any more.
  private static final String LAYOUT = "1";

  private final Path root;

  public DataFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  public Path at(String name) {
    return root.resolve(name);
  }

  /** The log of one program. */
  public Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  /** Makes the folder if it is not there. */
  public void create() {
    try {
      if (!Files.exists(root)) {
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException failure) {
      throw unusable(failure);
    }
  }

  private StackFailure unusable(IOException failure) {
    return new StackFailure(
        "The data folder " + root + " cannot be used: " + failure.getMessage(), failure);
  }

  /** Prepares the folder, or refuses one that this version cannot use. */
  public void open() {
    try {
      requireLayout();
      Files.createDirectories(at("logs"));
      setLogsAside();
    } catch (IOException failure) {
      throw unusable(failure);
    }
  }

  private void requireLayout() throws IOException {
    Optional<String> layout = readText("layout");
    if (layout.isPresent() && !layout.get().equals(LAYOUT)) {
      throw stale("was made by another version");
    }
    if (layout.isEmpty() && holdsForeignFiles()) {
      throw stale("holds other files");
    }
    writeText("layout", LAYOUT);
  }

  // Each start begins new logs and keeps those of the start before.
  private void setLogsAside() throws IOException {
    List<Path> logs;
    try (Stream<Path> files = Files.list(at("logs"))) {
      logs = files.filter(file -> file.toString().endsWith(".log")).toList();
    }
    for (Path log : logs) {
      Path aside = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, aside, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private StackFailure stale(String why) {
    return new StackFailure(
        "The data folder " + root + " " + why + "; remove it or choose another with --data.");
  }

  private boolean holdsForeignFiles() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.anyMatch(file -> !file.getFileName().toString().equals("launcher.lock"));
    }
  }

  /** The text of a file, if it is there. */
  public Optional<String> readText(String name) {
    Path file = at(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read", failure);
    }
  }

  /** Writes a file that only its owner can read, in one step. */
  public void writeText(String name, String text) {
    Path file = at(name);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be written", failure);
    }
  }

  /** Adds a line to a file. */
  public void appendLine(Path file, String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be written", failure);
    }
  }

  /** Removes a file if it is there. */
  public void delete(String name) {
    try {
      Files.deleteIfExists(at(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(at(name) + " cannot be removed", failure);
    }
  }
}
