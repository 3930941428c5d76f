package org.vestibule.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.e2e.stack.Stack;

/** The pages of {@code docs} that are written from the code are what the code says. */
class GeneratedDocsTest {
  private static final Path ROOT = Stack.projectRoot();
  private static final List<String> MODULES =
      List.of(
          "platform/core",
          "platform/capture",
          "auth-service",
          "entity-service",
          "config-service",
          "hostedlogin-service",
          "webhook-service");

  @Test
  void configurationReference() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Configuration

            Written by the build from the `@ConfigMapping` interfaces. Keys are read from `config/application.properties` in
            the working folder, from environment variables (`VESTIBULE_HTTP_MAX_BODY`) and from system properties. A key under
            `vestibule.` that is not listed here fails the start. Quarkus' own keys (`quarkus.*`) work as its documentation says.
            """);
    for (String module : MODULES) {
      appendModule(page, module);
    }
    GeneratedFile.check(ROOT.resolve("docs/operate/configuration.md"), page.toString());
  }

  private static void appendModule(StringBuilder page, String module) throws IOException {
    List<Path> mappings = mappings(module);
    if (mappings.isEmpty()) {
      return;
    }
    page.append("\n## ")
        .append(title(module))
        .append("\n\n| key | default | meaning |\n|---|---|---|\n");
    for (Path mapping : mappings) {
      ConfigurationPage.rows(mapping).forEach(row -> page.append(row).append('\n'));
    }
  }

  private static String title(String module) {
    return switch (module) {
      case "platform/core" -> "Every service";
      case "platform/capture" -> "Services of the registration domain";
      default -> module;
    };
  }

  private static List<Path> mappings(String module) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
      return files
          .filter(it -> it.toString().endsWith("Config.java"))
          .filter(GeneratedDocsTest::isMapping)
          .sorted()
          .toList();
    }
  }

  private static boolean isMapping(Path file) {
    try {
      return Files.readString(file).contains("@ConfigMapping(prefix = \"vestibule\")");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth", "entity", "config", "hostedlogin", "webhook"})
  void openApi(String service) throws IOException {
    Path built = ROOT.resolve(service + "-service/target/openapi/openapi.yaml");
    assertThat(built).as("written by the build of the service").exists();
    GeneratedFile.check(
        ROOT.resolve("docs/api/" + service + "-service.yaml"), Files.readString(built));
  }
}
