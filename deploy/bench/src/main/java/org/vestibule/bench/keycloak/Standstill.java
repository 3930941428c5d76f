package org.vestibule.bench.keycloak;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.vestibule.local.host.AtExit;

/**
 * Lets one system work while the programs of the other stand still, as Ctrl-Z in a terminal does:
 * what a system spends without load is not taken from the other one.
 */
final class Standstill implements AutoCloseable {
  private final List<Long> everybody;
  private final AtExit atExit;
  private boolean isOver;

  /** Takes the process ids of all programs that may be stopped. */
  Standstill(List<Long> everybody) {
    this.everybody = List.copyOf(everybody);
    this.atExit = AtExit.run("standstill-at-exit", this::endAll);
  }

  /** Stops everybody but these. */
  synchronized void letWork(List<Long> chosen) {
    if (!isOver) {
      signal("STOP", everybody.stream().filter(pid -> !chosen.contains(pid)).toList());
      signal("CONT", chosen);
    }
  }

  private synchronized void endAll() {
    isOver = true;
    signal("CONT", everybody);
  }

  private static void signal(String name, List<Long> pids) {
    String all = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + all).start().waitFor();
    } catch (IOException noShell) {
      throw new IllegalStateException("signals need a shell", noShell);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    atExit.forget();
    endAll();
  }
}
