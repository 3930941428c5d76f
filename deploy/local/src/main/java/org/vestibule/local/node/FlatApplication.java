package org.vestibule.local.node;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A built service on one flat class path. Its own start program loads classes itself, and the Java
 * machine reads archived classes of foreign loaders only after it has read their bytes as well.
 */
record FlatApplication(Path application) {
  private static final String LOGGING =
      "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

  // Java 17 breaks down when it writes an archive with many lambdas; this leaves them out.
  private static final String NO_LAMBDAS = "-Djdk.internal.lambda.disableEagerInitialization=true";

  List<String> arguments(MachineFlags flags) {
    List<String> arguments = new ArrayList<>(List.of(LOGGING));
    if (flags == MachineFlags.TRAINING) {
      arguments.add(NO_LAMBDAS);
    }
    arguments.addAll(List.of("-cp", classPath(), "io.quarkus.runner.GeneratedMain"));
    return arguments;
  }

  private String classPath() {
    return Stream.of("quarkus", "app", "lib/boot", "lib/main")
        .flatMap(folder -> jars(application.resolve(folder)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  // Changed classes come before those that they replace.
  private static Stream<String> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList();
      return names.stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(folder + " cannot be read", failure);
    }
  }
}
