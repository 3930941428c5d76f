package org.vestibule.testkit.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that we started, with its output in a log file. */
public final class ChildProcess {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final int POLL_MILLISECONDS = 100;

  private final String name;
  private final Process process;
  private final Path log;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Starts the command in the directory and appends both its streams to the log. */
  public static ChildProcess start(
      String name, List<String> command, Path directory, Path log, Map<String, String> variables) {
    ProcessBuilder builder = new ProcessBuilder(inOwnSession(command));
    builder.directory(directory.toFile());
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      return new ChildProcess(name, builder.start(), log);
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " could not be started", failure);
    }
  }

  // Ctrl-C in a terminal goes to the whole session; whoever started us ends us in order instead.
  private static List<String> inOwnSession(List<String> command) {
    if (!Files.isExecutable(SETSID)) {
      return command;
    }
    List<String> whole = new ArrayList<>(List.of(SETSID.toString()));
    whole.addAll(command);
    return whole;
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public Path log() {
    return log;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public Process process() {
    return process;
  }

  /** Waits until the condition holds; fails at once when the program ends before. */
  public void await(Duration limit, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new ChildProcessException(name + " ended before it was " + what, logTail(20));
      }
      if (System.nanoTime() > end) {
        throw new ChildProcessException(
            name + " was not " + what + " within " + limit.toSeconds() + " s", logTail(20));
      }
      pause();
    }
  }

  /** Sends the signal, waits, and kills what does not end in time. */
  public void stop(Signal signal, Duration limit) {
    if (process.isAlive()) {
      signal.send(process.pid());
    }
    if (!hasEnded(limit)) {
      process.destroyForcibly();
      hasEnded(limit);
    }
  }

  /** Kills the program as a crash would. */
  public void kill() {
    process.destroyForcibly();
    hasEnded(Duration.ofSeconds(10));
  }

  /** The last lines of the log. */
  public List<String> logTail(int lines) {
    return tail(log, lines);
  }

  /** The last lines of a text file; none when it cannot be read. */
  public static List<String> tail(Path file, int lines) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      List<String> all = text.lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private boolean hasEnded(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", interrupted);
    }
  }
}
