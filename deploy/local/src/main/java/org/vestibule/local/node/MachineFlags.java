package org.vestibule.local.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The flags of the Java machines of the services. */
public enum MachineFlags {
  /** Starts soon and stays small. */
  LOCAL(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")),
  /** What the images run with. */
  PRODUCTION(List.of("-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto"));

  private static final int PRODUCTION_HEAP_MEGABYTES = 512;

  private final List<String> flags;

  MachineFlags(List<String> flags) {
    this.flags = flags;
  }

  /** All flags for one service whose build lies in the folder. */
  public List<String> of(Service service, Path application) {
    List<String> all = new ArrayList<>(flags);
    int heap = this == LOCAL ? service.heapMegabytes() : PRODUCTION_HEAP_MEGABYTES;
    all.add("-Xmx" + heap + "m");
    Path archive = application.resolve("app-cds.jsa");
    if (Files.exists(archive)) {
      all.add("-XX:SharedArchiveFile=" + archive.toAbsolutePath());
    }
    return all;
  }
}
