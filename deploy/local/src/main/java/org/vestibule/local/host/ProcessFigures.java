package org.vestibule.local.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Memory and processor time of a process and its children, as the Linux kernel counts them. */
public final class ProcessFigures {
  // Linux tells times in hundredths of a second, whatever its own clock does.
  private static final long MILLISECONDS_PER_TICK = 10;
  private static final String STAT = "stat";
  // Fields of /proc/PID/stat behind the name: own user and system time, then those of children that
  // have ended and were waited for.
  private static final int OWN_TIMES = 11;
  private static final int ENDED_CHILDREN_TIMES = 13;

  private ProcessFigures() {}

  /** Resident memory in KiB; pages that processes share count for each of them. */
  public static long residentKilobytes(long pid) {
    return tree(pid).map(each -> rollup(each, "Rss:")).sum();
  }

  /** Memory in KiB with shared pages divided among those who share them. */
  public static long proportionalKilobytes(long pid) {
    return tree(pid).map(each -> rollup(each, "Pss:")).sum();
  }

  /** Resident memory in KiB of the process without its children. */
  public static long residentKilobytesAlone(long pid) {
    return rollup(pid, "Rss:");
  }

  /** Proportional memory in KiB of the process without its children. */
  public static long proportionalKilobytesAlone(long pid) {
    return rollup(pid, "Pss:");
  }

  /** Processor time since the start in milliseconds, with children that run or have ended. */
  public static long processorMilliseconds(long pid) {
    return tree(pid)
        .mapToObj(each -> proc(each, STAT))
        .mapToLong(stat -> milliseconds(stat, OWN_TIMES) + milliseconds(stat, ENDED_CHILDREN_TIMES))
        .sum();
  }

  /** Processor time since the start in milliseconds of the process without its children. */
  public static long processorMillisecondsAlone(long pid) {
    return milliseconds(proc(pid, STAT), OWN_TIMES);
  }

  /**
   * Processor time since the start in milliseconds of the living threads whose names begin so. The
   * kernel knows no more than the first 15 characters of a name.
   */
  public static long processorMillisecondsOfThreads(long pid, String prefix) {
    try (Stream<Path> threads = Files.list(proc(pid, "task"))) {
      return threads
          .map(thread -> thread.resolve(STAT))
          .filter(stat -> name(stat).startsWith(prefix))
          .mapToLong(stat -> milliseconds(stat, OWN_TIMES))
          .sum();
    } catch (IOException gone) {
      return 0;
    }
  }

  /** True when the process runs and its command line names the text. */
  public static boolean isRunning(long pid, String partOfCommand) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
        && command(pid).contains(partOfCommand);
  }

  private static String command(long pid) {
    try {
      return Files.readString(proc(pid, "cmdline")).replace('\0', ' ');
    } catch (IOException notLinux) {
      return ProcessHandle.of(pid).flatMap(handle -> handle.info().commandLine()).orElse("");
    }
  }

  private static LongStream tree(long pid) {
    Stream<ProcessHandle> children =
        ProcessHandle.of(pid).map(ProcessHandle::descendants).orElseGet(Stream::empty);
    return LongStream.concat(LongStream.of(pid), children.mapToLong(ProcessHandle::pid));
  }

  private static long rollup(long pid, String key) {
    return lines(proc(pid, "smaps_rollup")).stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .sum();
  }

  private static String name(Path stat) {
    String line = line(stat);
    return line.substring(line.indexOf('(') + 1, Math.max(line.lastIndexOf(')'), 0));
  }

  private static long milliseconds(Path stat, int firstField) {
    String line = line(stat);
    if (line.isEmpty()) {
      return 0;
    }
    // The name in parentheses may hold blanks, so count the fields behind it.
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(fields[firstField]) + Long.parseLong(fields[firstField + 1]);
    return ticks * MILLISECONDS_PER_TICK;
  }

  private static String line(Path stat) {
    List<String> lines = lines(stat);
    return lines.isEmpty() ? "" : lines.get(0);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException gone) {
      return List.of();
    }
  }

  private static Path proc(long pid, String name) {
    return Path.of("/proc", Long.toString(pid), name);
  }
}
