package org.vestibule.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vestibule.local.Project;

class RoutesTest {
  private static final String CUSTOMER = "3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10";
  private static final Path OPERATIONS = Project.root().resolve("docs/compat/operations.tsv");
  private static final Path EXTRA =
      Project.root().resolve("deploy/local/src/test/resources/extra-paths.tsv");

  private final RoutingTable routes = RoutingTable.read(Project.routes());

  @Test
  void operations_whenSentThroughTheTable_thenReachTheirService() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> rows = Files.readAllLines(OPERATIONS);
    for (String row : rows.subList(1, rows.size())) {
      String[] columns = row.split("\t");
      paths(columns[4]).forEach(path -> compare(path, columns[2], wrong));
    }
    assertThat(rows).hasSizeGreaterThan(200);
    assertThat(wrong).isEmpty();
  }

  @Test
  void otherDocumentedPaths_whenSentThroughTheTable_thenReachTheirService() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String row : Files.readAllLines(EXTRA)) {
      if (!row.startsWith("#")) {
        String[] columns = row.split("\t");
        paths(columns[0]).forEach(path -> compare(path, columns[1], wrong));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void compare(String path, String service, List<String> wrong) {
    String found = routes.destination(path);
    if (!found.equals(service)) {
      wrong.add(path + " goes to " + found + " and not to " + service);
    }
  }

  /** Fills in the placeholders; what stands in brackets is left out and put in. */
  private static Stream<String> paths(String pattern) {
    String filled = pattern.replace("{customerId}", CUSTOMER);
    Stream<String> variants =
        filled.contains("[")
            ? Stream.of(filled.replaceAll("\\[.*?]", ""), filled.replaceAll("[\\[\\]]", ""))
            : Stream.of(filled);
    return variants.map(path -> path.replaceAll("\\{[^}]*}", "x7c4v9b2"));
  }
}
