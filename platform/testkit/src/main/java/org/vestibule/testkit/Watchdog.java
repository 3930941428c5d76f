package org.vestibule.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.vestibule.testkit.process.Signal;

/**
 * Ends a server and removes its folder when our own process is gone. A shutdown hook would not run
 * after a crash, and would need classes of a class loader that is closed by then.
 */
final class Watchdog {
  private static final String SCRIPT =
      "while kill -0 $0 2>/dev/null; do sleep 0.3; done;"
          + " kill -$2 $1 2>/dev/null;"
          + " for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20;"
          + " do kill -0 $1 2>/dev/null || break; sleep 0.5; done;"
          + " kill -9 $1 2>/dev/null; rm -rf \"$3\"";

  private Watchdog() {}

  static void start(long server, Signal end, Path folder) {
    String own = Long.toString(ProcessHandle.current().pid());
    ProcessBuilder shell =
        new ProcessBuilder(
            "sh", "-c", SCRIPT, own, Long.toString(server), end.name(), folder.toString());
    shell.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      shell.start();
    } catch (IOException failure) {
      throw new UncheckedIOException("no shell to watch the test servers", failure);
    }
  }
}
