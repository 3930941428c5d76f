package org.vestibule.local.node;

import java.util.ArrayList;
import java.util.List;

/** The flags of the Java machines that a stack starts. */
public enum MachineFlags {
  /** Starts soon and stays small. */
  LOCAL(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto")),
  /** As local, and writes an archive of the loaded classes at its end. */
  TRAINING(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto")),
  /**
   * What the images run with. Half a gigabyte on two processors needs no concurrent collector. With
   * large pages a call costs about a tenth less, because every hash of a password displaces what
   * the processor knows of small ones. Nobody reads the counters for {@code jstat}, which are
   * written twenty times a second.
   */
  PRODUCTION(
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseTransparentHugePages",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xshare:auto"));

  private static final int PRODUCTION_HEAP_MEGABYTES = 512;
  private static final int SINCE_COMPACT_HEADERS = 25;

  private final List<String> flags;

  MachineFlags(List<String> flags) {
    this.flags = flags;
  }

  /** The flags as they stand on the command line, without the archive of classes. */
  public List<String> commandLine(int localHeapMegabytes) {
    List<String> all = new ArrayList<>(flags);
    // For a training start too: archives of classes fit only machines of the same layout.
    if (Runtime.version().feature() >= SINCE_COMPACT_HEADERS) {
      all.add("-XX:+UseCompactObjectHeaders");
    }
    all.add("-Xmx" + heapMegabytes(localHeapMegabytes) + "m");
    return all;
  }

  private int heapMegabytes(int local) {
    return this == PRODUCTION ? PRODUCTION_HEAP_MEGABYTES : local;
  }
}
