package org.vestibule.local.transfer;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows a bar on a terminal, and a line now and then elsewhere. */
public final class TerminalProgress implements Progress {
  private static final int WIDTH = 30;
  private static final Duration BAR_EVERY = Duration.ofMillis(200);
  private static final Duration LINE_EVERY = Duration.ofSeconds(5);

  private final PrintStream out;
  private final boolean isTerminal;
  private final long start = System.nanoTime();
  private long firstRecords = -1;
  private double firstPart;
  private long shownAt = System.nanoTime();
  private boolean isBarOpen;

  /** Takes where it is shown. */
  public TerminalProgress(PrintStream out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  @Override
  public void resumed(long line) {
    say("Resuming after line " + line + ".");
  }

  @Override
  public synchronized void waiting(String why) {
    say(why);
  }

  /** Prints a line below the bar. */
  public synchronized void say(String line) {
    if (isBarOpen) {
      out.println();
      isBarOpen = false;
    }
    out.println(line);
  }

  @Override
  public synchronized void at(long records, long rejected, double part) {
    if (firstRecords < 0) {
      firstRecords = records;
      firstPart = part;
    }
    long now = System.nanoTime();
    Duration every = isTerminal ? BAR_EVERY : LINE_EVERY;
    if (now - shownAt >= every.toNanos()) {
      shownAt = now;
      show(text(records, rejected, part, (now - start) / 1e9));
    }
  }

  private void show(String text) {
    if (isTerminal) {
      out.print("\r" + text + "\u001b[K");
      out.flush();
      isBarOpen = true;
    } else {
      out.println(text);
    }
  }

  private String text(long records, long rejected, double part, double seconds) {
    String figures =
        String.format(
            Locale.ROOT, "%,d records  %,.0f/s", records, (records - firstRecords) / seconds);
    String whole =
        rejected == 0 ? figures : figures + String.format(Locale.ROOT, "  %,d rejected", rejected);
    return part < 0 ? whole : bar(part) + whole + left(part, seconds);
  }

  private String bar(double part) {
    int done = (int) (WIDTH * part);
    String percent = String.format(Locale.ROOT, "%3.0f %%  ", 100 * part);
    return isTerminal
        ? "[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] " + percent
        : percent;
  }

  private String left(double part, double seconds) {
    double speed = (part - firstPart) / seconds;
    if (speed <= 0) {
      return "";
    }
    long left = (long) ((1 - part) / speed);
    return String.format(Locale.ROOT, "  %d:%02d left", left / 60, left % 60);
  }
}
