package org.vestibule.local.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.StackFailure;

/** The built programs of a project folder, and the flags with which they run. */
public record Build(Path project, MachineFlags flags) {
  private static final int BROKER_HEAP_MEGABYTES = 256;
  private static final Duration ARCHIVING = Duration.ofMinutes(3);

  List<String> serviceCommand(Service service, DataFolder folder) {
    Path program = application(service).resolve("quarkus-run.jar");
    if (!Files.exists(program)) {
      throw new StackFailure(
          service.fullName() + " is not built; run mvn -DskipTests package in " + project + ".");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machineFlags(service.heapMegabytes(), serviceArchive(service)));
    // Not read by the service: it marks the process as one of this stack.
    command.add("-Dlocal.stack=" + folder.root());
    boolean isArchived = serviceArchive(service).isUsed(flags);
    command.addAll(
        isArchived
            ? new FlatApplication(application(service)).arguments(flags)
            : List.of("-jar", program.toString()));
    return command;
  }

  List<String> brokerFlags() {
    return machineFlags(BROKER_HEAP_MEGABYTES, brokerArchive());
  }

  /** Writing an archive takes its time. */
  Duration stopLimit(Duration usual) {
    return flags == MachineFlags.TRAINING ? usual.plus(ARCHIVING) : usual;
  }

  private List<String> machineFlags(int heapMegabytes, ClassArchive archive) {
    List<String> all = flags.commandLine(heapMegabytes);
    all.addAll(archive.flags(flags));
    return all;
  }

  ClassArchive serviceArchive(Service service) {
    return new ClassArchive(application(service).resolve("app-cds.jsa"));
  }

  ClassArchive brokerArchive() {
    return new ClassArchive(root().resolve("deploy/local/target/kafka.jsa"));
  }

  private Path application(Service service) {
    return root().resolve(service.fullName()).resolve("target").resolve("quarkus-app");
  }

  private Path root() {
    return project.toAbsolutePath().normalize();
  }
}
