package org.vestibule.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vestibule.local.Launcher;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.stack.StackOptions;

/** Runs {@code up} in a process of its own and shows its output until it is healthy. */
final class DetachedStart {
  /** The beginning of the last line of a successful start. */
  static final String HEALTHY = "Vestibule is up at ";

  private static final int POLL_MILLISECONDS = 50;

  private final StackOptions options;
  private final Map<String, Integer> replicas;

  DetachedStart(StackOptions options, Map<String, Integer> replicas) {
    this.options = options;
    this.replicas = replicas;
  }

  void run() throws InterruptedException {
    try {
      Path log = Files.createTempFile("vestibule-up", ".log");
      Process launcher = start(log);
      follow(launcher, log);
      Files.deleteIfExists(log);
    } catch (IOException failure) {
      throw new StackFailure("The launcher could not be started: " + failure.getMessage(), failure);
    }
  }

  private Process start(Path log) throws IOException {
    return new ProcessBuilder(command())
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(log.toFile())
        .start();
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    // A session of its own: closing the terminal or Ctrl-C in it does not reach the stack.
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    } else {
      command.addAll(List.of("sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machineFlags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Launcher.class.getName(), "up"));
    command.addAll(List.of("--port", Integer.toString(options.port())));
    command.addAll(List.of("--data", options.data().toString()));
    if (!replicas.isEmpty()) {
      command.addAll(List.of("--replicas", replicasText()));
    }
    return command;
  }

  private static List<String> machineFlags() {
    return List.of(
        "-Xmx192m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dlocal.project=" + StackFolder.project());
  }

  private String replicasText() {
    return replicas.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }

  private static void follow(Process launcher, Path log) throws IOException, InterruptedException {
    try (RandomAccessFile output = new RandomAccessFile(log.toFile(), "r")) {
      while (true) {
        boolean isAlive = launcher.isAlive();
        if (showsHealthy(output)) {
          return;
        }
        if (!isAlive) {
          throw new StackFailure("The stack did not start.");
        }
        Thread.sleep(POLL_MILLISECONDS);
      }
    }
  }

  private static boolean showsHealthy(RandomAccessFile output) throws IOException {
    long start = output.getFilePointer();
    byte[] fresh = new byte[(int) (output.length() - start)];
    output.readFully(fresh);
    String text = new String(fresh, StandardCharsets.UTF_8);
    int complete = text.lastIndexOf('\n') + 1;
    output.seek(start + text.substring(0, complete).getBytes(StandardCharsets.UTF_8).length);
    System.out.print(text.substring(0, complete));
    System.out.flush();
    return text.substring(0, complete).lines().anyMatch(line -> line.startsWith(HEALTHY));
  }
}
