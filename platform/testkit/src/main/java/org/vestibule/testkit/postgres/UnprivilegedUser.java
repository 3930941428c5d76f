package org.vestibule.testkit.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Runs a program as somebody other than root, because PostgreSQL refuses to be root. */
enum UnprivilegedUser {
  /** We are a normal user already. */
  SELF(List.of()),
  /** A user name space in which we are nobody; files stay ours. */
  NAMESPACE(List.of("unshare", "-U")),
  /** The user nobody; its data folder has to be given to it. */
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

  private static final int NOBODY_ID = 65534;

  private final List<String> prefix;

  UnprivilegedUser(List<String> prefix) {
    this.prefix = prefix;
  }

  static UnprivilegedUser choose() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return SELF;
    }
    return NAMESPACE.works() ? NAMESPACE : NOBODY;
  }

  List<String> command(List<String> program) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(program);
    return whole;
  }

  /** Makes the data folder usable by the program. */
  void own(Path folder) throws IOException {
    if (this == NOBODY) {
      Files.walkFileTree(folder, new GiveAway());
    }
  }

  private boolean works() {
    try {
      Process probe =
          new ProcessBuilder(command(List.of("true")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final class GiveAway extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      return give(folder);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      return give(file);
    }

    private static FileVisitResult give(Path path) throws IOException {
      Files.setAttribute(path, "unix:uid", NOBODY_ID);
      Files.setAttribute(path, "unix:gid", NOBODY_ID);
      return FileVisitResult.CONTINUE;
    }
  }
}
