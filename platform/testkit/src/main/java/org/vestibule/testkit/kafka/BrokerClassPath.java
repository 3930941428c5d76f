package org.vestibule.testkit.kafka;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of our own class path that the broker needs. */
final class BrokerClassPath {
  private static final Pattern NEEDED =
      Pattern.compile(
          "(kafka[-_]|zstd-jni|snappy-java|lz4-java|scala-|slf4j-api|pcollections|HdrHistogram"
              + "|hash4j|caffeine|log4j-|argparse4j|commons-|jackson-|snakeyaml|jopt-simple|jose4j"
              + "|metrics-core|re2j|platform-testkit).*\\.jar");

  private BrokerClassPath() {}

  static String find() {
    List<Path> entries =
        whole().flatMap(BrokerClassPath::expand).filter(BrokerClassPath::isNeeded).toList();
    return entries.stream()
        .distinct()
        .map(entry -> entry.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<Path> whole() {
    // Surefire starts with a jar that holds nothing but a manifest and tells the real path here.
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator)).filter(e -> !e.isEmpty()).map(Path::of);
  }

  private static Stream<Path> expand(Path entry) {
    List<Path> all = new ArrayList<>(List.of(entry));
    if (Files.isRegularFile(entry) && !isNeeded(entry)) {
      all.addAll(manifestEntries(entry));
    }
    return all.stream();
  }

  private static List<Path> manifestEntries(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String path =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return path == null ? List.of() : resolve(jar.toUri(), path.trim());
    } catch (IOException | IllegalArgumentException notAJar) {
      return List.of();
    }
  }

  private static List<Path> resolve(URI jar, String path) {
    return Arrays.stream(path.split("\\s+"))
        .map(jar::resolve)
        .filter(uri -> "file".equals(uri.getScheme()))
        .map(Path::of)
        .toList();
  }

  private static boolean isNeeded(Path entry) {
    if (Files.isDirectory(entry)) {
      return Files.exists(entry.resolve(KafkaNode.class.getName().replace('.', '/') + ".class"));
    }
    return NEEDED.matcher(entry.getFileName().toString()).matches();
  }
}
