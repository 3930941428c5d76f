package org.vestibule.local.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.StackFailure;

/** The built services of a project folder, and the flags with which they run. */
public record ServiceBuild(Path project, MachineFlags flags) {
  List<String> command(Service service, DataFolder folder) {
    Path application = project.resolve(service.fullName()).resolve("target").resolve("quarkus-app");
    Path program = application.resolve("quarkus-run.jar").toAbsolutePath();
    if (!Files.exists(program)) {
      throw new StackFailure(
          service.fullName() + " is not built; run mvn -DskipTests package in " + project + ".");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags.of(service, application));
    // Not read by the service: it marks the process as one of this stack.
    command.add("-Dlocal.stack=" + folder.root());
    command.addAll(List.of("-jar", program.toString()));
    return command;
  }
}
