package org.vestibule.testkit.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs of the class path, unpacked once per machine and user. */
public final class PostgresBinaries {
  private static final String MARKER = ".unpacked";

  private PostgresBinaries() {}

  /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
  public static Path home() {
    try {
      byte[] archive = read(archiveName());
      Path cache = CacheDirectory.find();
      Path home =
          cache.resolve("postgres-" + Integer.toHexString(java.util.Arrays.hashCode(archive)));
      return Files.exists(home.resolve(MARKER)) ? home : unpackAlone(archive, cache, home);
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL could not be unpacked", failure);
    }
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String family = system.startsWith("mac") ? "darwin" : "linux";
    String processor = machine.equals("aarch64") ? "arm_64" : "x86_64";
    return "/postgres-" + family + "-" + processor + ".txz";
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream(name)) {
      if (archive == null) {
        throw new IOException("no PostgreSQL programs for this machine (" + name + ")");
      }
      return archive.readAllBytes();
    }
  }

  private static synchronized Path unpackAlone(byte[] archive, Path cache, Path home)
      throws IOException {
    Path lockFile = cache.resolve("postgres.lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid() && !Files.exists(home.resolve(MARKER))) {
        unpack(archive, home);
      }
      return home;
    }
  }

  private static void unpack(byte[] archive, Path home) throws IOException {
    try (InputStream bytes = new java.io.ByteArrayInputStream(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, home);
      }
    }
    Files.writeString(home.resolve(MARKER), "");
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path home)
      throws IOException {
    Path target = home.resolve(entry.getName()).normalize();
    if (!target.startsWith(home)) {
      throw new IOException("entry outside the archive: " + entry.getName());
    }
    Files.createDirectories(entry.isDirectory() ? target : target.getParent());
    if (entry.isSymbolicLink()) {
      Files.deleteIfExists(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
