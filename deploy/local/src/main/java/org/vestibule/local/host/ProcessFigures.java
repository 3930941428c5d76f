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
  private static final int USER_TIME_FIELD = 11;

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

  /** Processor time since the start in milliseconds. */
  public static long processorMilliseconds(long pid) {
    return tree(pid).map(ProcessFigures::processorOf).sum();
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

  private static long processorOf(long pid) {
    List<String> lines = lines(proc(pid, "stat"));
    if (lines.isEmpty()) {
      return 0;
    }
    // The name in parentheses may hold blanks, so count the fields behind it.
    String behindName = lines.get(0).substring(lines.get(0).lastIndexOf(')') + 2);
    String[] fields = behindName.split(" ");
    long ticks =
        Long.parseLong(fields[USER_TIME_FIELD]) + Long.parseLong(fields[USER_TIME_FIELD + 1]);
    return ticks * MILLISECONDS_PER_TICK;
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
