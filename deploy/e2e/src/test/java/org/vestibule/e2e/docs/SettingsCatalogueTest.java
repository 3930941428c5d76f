package org.vestibule.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Stack;

/**
 * What a service reads of the settings is in the catalogue, which checks values and tells names.
 */
class SettingsCatalogueTest {
  private static final Pattern READ =
      Pattern.compile("[sS]etting\\(\\s*(\"([^\"]+)\"|([A-Z_]+)\\b)");
  private static final String CATALOGUE =
      "config-service/src/main/resources/settings/predefined.json";

  @Test
  void everySettingThatIsRead_isPredefined() throws IOException {
    Set<String> read = new TreeSet<>();
    for (String module : List.of("auth-service", "entity-service", "platform/capture")) {
      Path sources = Stack.projectRoot().resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files.filter(it -> it.toString().endsWith(".java")).forEach(it -> addRead(it, read));
      }
    }

    assertThat(read).contains("login_attempts", "silent_merge").hasSizeGreaterThan(15);
    // Names with a dot are those of the hosted pages, which may be custom (configuration.md 2).
    read.removeIf(name -> name.contains("."));
    assertThat(predefined()).containsAll(read);
  }

  private static void addRead(Path file, Set<String> names) {
    String source = text(file);
    Matcher reads = READ.matcher(source);
    while (reads.find()) {
      String name = reads.group(2) == null ? constant(source, reads.group(3)) : reads.group(2);
      if (name != null) {
        names.add(name);
      }
    }
  }

  private static String constant(String source, String name) {
    Matcher value = Pattern.compile("String " + name + "\\s*=\\s*\"([^\"]+)\"").matcher(source);
    return value.find() ? value.group(1) : null;
  }

  private static List<String> predefined() throws IOException {
    return new ObjectMapper()
        .readTree(Stack.projectRoot().resolve(CATALOGUE).toFile())
        .findValuesAsText("name");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
