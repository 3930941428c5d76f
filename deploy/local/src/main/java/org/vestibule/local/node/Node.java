package org.vestibule.local.node;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.vestibule.testkit.process.ChildProcess;

/** One program of the stack that can be started, stopped, killed and looked at. */
public interface Node {
  /** The name that commands take; replicas of one service share it. */
  String name();

  /** The name of this program alone. */
  String label();

  int port();

  Path log();

  /** Starts the program and waits until it works. */
  void start();

  /** Ends the program in order; nothing happens when it does not run. */
  void stop();

  boolean isHealthy();

  /** Keeps the archive of classes that the ended program of a training start wrote, if any. */
  default boolean keepArchive() {
    return false;
  }

  /** The running or ended process, once it was started. */
  Optional<ChildProcess> process();

  /** When the process was started, if it was. */
  default Optional<Instant> startedAt() {
    return process().flatMap(child -> child.process().info().startInstant());
  }

  default boolean isAlive() {
    return process().map(ChildProcess::isAlive).orElse(false);
  }
}
