package org.vestibule.auth.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;

/** The names of fields belong to flows; code that knows one would hold for that flow alone. */
class FieldNamesTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
  private static final Path SOURCES = Path.of("src/main/java/org/vestibule/auth");

  /** The internal calls to entity-service have member names of their own. */
  private static final Path CALLS = SOURCES.resolve("upstream");

  /** What social sign-in promises where no flow is named (authentication.md 10.2). */
  private static final Path WITHOUT_FLOW = SOURCES.resolve("nativecall/SocialForm.java");

  @Test
  void noSource_namesAFieldOfAShippedFlow() throws IOException {
    Set<String> names = fieldNames();
    assertThat(names).contains("emailAddress", "newPassword", "signInEmailAddress", "firstName");

    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(files.filter(FieldNamesTest::isToBeFree))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(named(file, names)).as("%s", file).isEmpty());
    }
  }

  private static boolean isToBeFree(Path file) {
    return file.toString().endsWith(".java")
        && !file.startsWith(CALLS)
        && !file.equals(WITHOUT_FLOW);
  }

  private static List<String> named(Path file, Set<String> names) {
    String source = read(file);
    return names.stream().filter(name -> source.contains("\"" + name + "\"")).toList();
  }

  /** Names that are also those of attributes, and plain words, may mean something else. */
  private static Set<String> fieldNames() {
    Set<String> names = new HashSet<>();
    Set<String> attributes = new HashSet<>();
    for (String flow : List.of("standard", "legacy")) {
      JsonNode fields =
          Json.parse(
                  read(ROOT.resolve("config-service/src/main/resources/flows/" + flow + ".json")))
              .path("fields");
      for (var item : fields.properties()) {
        if (item.getValue().has("schemaId")) {
          names.add(item.getKey());
          attributes.add(item.getValue().path("schemaId").asText());
        }
      }
    }
    names.removeAll(attributes);
    names.removeIf(name -> name.matches("[a-z]+"));
    return names;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
