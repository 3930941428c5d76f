package org.vestibule.bench.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An unpacked Keycloak, resolved by Maven as any other artifact. */
record KeycloakDistribution(Path home) {
  static final String VERSION = "26.4.5";

  private static final String ARTIFACT = "org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip";
  private static final String UNPACK =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack";
  private static final Duration LIMIT = Duration.ofMinutes(15);

  static KeycloakDistribution unpack(Children children, Path folder) throws InterruptedException {
    List<String> command =
        List.of(
            "mvn", "-B", "-ntp", UNPACK, "-Dartifact=" + ARTIFACT, "-DoutputDirectory=" + folder);
    // Beside no project, or Maven would unpack once for each module.
    children.complete(command, folder.getParent(), log(folder, "unpack"), Map.of(), LIMIT);
    return new KeycloakDistribution(folder.resolve("keycloak-" + VERSION));
  }

  static Path log(Path folder, String what) {
    return folder.resolveSibling("logs").resolve("keycloak-" + what + ".log");
  }

  String script() {
    return home.resolve("bin").resolve("kc.sh").toString();
  }

  /** The library whose Argon2 its password hashes are made with. */
  String hashLibrary() {
    try (Stream<Path> jars = Files.list(home.resolve("lib").resolve("lib").resolve("main"))) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.contains("bcprov"))
          .map(name -> "BouncyCastle, pure Java (" + name + ")")
          .findFirst()
          .orElse("unknown");
    } catch (IOException unreadable) {
      throw new IllegalStateException(home + " is not a distribution", unreadable);
    }
  }
}
