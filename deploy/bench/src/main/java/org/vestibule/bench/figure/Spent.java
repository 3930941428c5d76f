package org.vestibule.bench.figure;

import java.time.Duration;
import org.vestibule.local.host.ProcessFigures;

/**
 * Processor milliseconds of a process, and how much of them went into password hashes, the
 * just-in-time compiler and the garbage collector.
 */
public record Spent(long total, long hash, long compiler, long collector) {
  public static final Spent NOTHING = new Spent(0, 0, 0, 0);

  static Spent withChildren(long pid) {
    return byThreads(ProcessFigures.processorMilliseconds(pid), pid);
  }

  static Spent alone(long pid) {
    return byThreads(ProcessFigures.processorMillisecondsAlone(pid), pid);
  }

  private static Spent byThreads(long total, long pid) {
    return new Spent(
        total,
        threads(pid, "vestibule-hash"),
        threads(pid, "C1 Compiler") + threads(pid, "C2 Compiler"),
        threads(pid, "GC Thread") + threads(pid, "G1 "));
  }

  private static long threads(long pid, String prefix) {
    return ProcessFigures.processorMillisecondsOfThreads(pid, prefix);
  }

  Spent plus(Spent other) {
    return new Spent(
        total + other.total,
        hash + other.hash,
        compiler + other.compiler,
        collector + other.collector);
  }

  /** What was spent since then; threads that have ended take their time with them. */
  Spent since(Spent before) {
    return new Spent(
        Math.max(0, total - before.total),
        Math.max(0, hash - before.hash),
        Math.max(0, compiler - before.compiler),
        Math.max(0, collector - before.collector));
  }

  Spent perSecond(Duration time) {
    double seconds = time.toMillis() / 1000.0;
    return new Spent(
        Math.round(total / seconds),
        Math.round(hash / seconds),
        Math.round(compiler / seconds),
        Math.round(collector / seconds));
  }
}
