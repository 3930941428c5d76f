package org.vestibule.hosted;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears everything that the service logs, debugging included. */
public final class LogCapture extends Handler implements AutoCloseable {
  private static final Logger OURS = Logger.getLogger("org.vestibule");
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Level before = OURS.getLevel();

  private LogCapture() {
    setLevel(Level.ALL);
    setFormatter(new SimpleFormatter());
  }

  public static LogCapture start() {
    LogCapture capture = new LogCapture();
    OURS.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(capture);
    return capture;
  }

  public String text() {
    return String.join("\n", lines);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(getFormatter().formatMessage(line) + " " + line.getThrown());
  }

  @Override
  public void flush() {
    // Lines are kept as they come.
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
    OURS.setLevel(before);
  }
}
