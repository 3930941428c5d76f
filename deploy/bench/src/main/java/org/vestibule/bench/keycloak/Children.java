package org.vestibule.bench.keycloak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.vestibule.local.host.AtExit;
import org.vestibule.testkit.process.ChildProcess;
import org.vestibule.testkit.process.ChildProcessException;
import org.vestibule.testkit.process.Signal;

/** Programs that end with the scenario, however it ends. */
final class Children implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final int LOG_LINES = 20;

  private final List<ChildProcess> started = new ArrayList<>();
  private final AtExit atExit = AtExit.run("children-at-exit", this::endAll);
  private boolean isOver;

  /** Starts a program that works until the end. */
  synchronized ChildProcess start(
      List<String> command, Path folder, Path log, Map<String, String> variables) {
    if (isOver) {
      throw new IllegalStateException("the scenario ends, nothing more is started");
    }
    String name = Path.of(command.get(0)).getFileName().toString();
    ChildProcess child = ChildProcess.start(name, command, folder, log, variables);
    started.add(child);
    return child;
  }

  /** Runs a program to its end and fails with what it said unless it went well. */
  void complete(
      List<String> command, Path folder, Path log, Map<String, String> variables, Duration limit)
      throws InterruptedException {
    ChildProcess child = start(command, folder, log, variables);
    if (!child.process().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw failure(child, "did not end within " + limit.toSeconds() + " s");
    }
    if (child.process().exitValue() != 0) {
      throw failure(child, "ended with " + child.process().exitValue());
    }
  }

  private static ChildProcessException failure(ChildProcess child, String what) {
    return new ChildProcessException(child.name() + " " + what, child.logTail(LOG_LINES));
  }

  private synchronized void endAll() {
    isOver = true;
    Collections.reverse(started);
    started.forEach(Children::end);
    started.clear();
  }

  // A shell script that is killed leaves the program behind that it has started.
  private static void end(ChildProcess child) {
    List<ProcessHandle> descendants = child.process().descendants().toList();
    child.stop(Signal.TERM, STOP_LIMIT);
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    atExit.forget();
    endAll();
  }
}
