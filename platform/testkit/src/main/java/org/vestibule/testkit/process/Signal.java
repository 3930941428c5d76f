package org.vestibule.testkit.process;

import java.io.IOException;

/** The signals that end a program in the way it wants to be ended. */
public enum Signal {
  /** PostgreSQL: disconnect the clients and shut down. */
  INT,
  /** Everything else: shut down in order. */
  TERM,
  /** A crash. */
  KILL;

  /** Sends the signal; a process that is gone already is no failure. */
  public void send(long pid) {
    // The shell's own kill, because minimal systems have no program of that name.
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid + " 2>/dev/null");
    try {
      shell.start().waitFor();
    } catch (IOException noShell) {
      ProcessHandle.of(pid).ifPresent(this::sendWithoutShell);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendWithoutShell(ProcessHandle handle) {
    if (this == TERM) {
      handle.destroy();
    } else {
      handle.destroyForcibly();
    }
  }
}
