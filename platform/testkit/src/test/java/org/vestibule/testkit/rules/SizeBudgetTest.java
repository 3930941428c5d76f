package org.vestibule.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeBudgetTest {
  @TempDir Path module;

  @Test
  void budget_whenEverythingIsSmall_thenHolds() throws IOException {
    write("Small", "  int one() {\n    return 1;\n  }\n");
    assertThat(SizeBudget.ofModule(module).breaches()).isEmpty();
  }

  @Test
  void budget_whenMethodIsLong_thenSaysWhich() throws IOException {
    write("Long", "  void run() {\n" + "    step();\n".repeat(50) + "  }\n\n  void step() {}\n");
    List<String> breaches = SizeBudget.ofModule(module).breaches();
    assertThat(breaches).anyMatch(line -> line.endsWith("Long.java: run has 52 lines"));
    assertThat(breaches).anyMatch(line -> line.startsWith("methods: 90 % within 52 lines"));
  }

  @Test
  void budget_whenFileIsLong_thenSaysWhich() throws IOException {
    write("Tall", "  int field;\n".repeat(420));
    assertThat(SizeBudget.ofModule(module).breaches())
        .anyMatch(line -> line.endsWith("Tall.java has 422 lines"));
  }

  @Test
  void budget_whenConstructorHasEightParameters_thenSaysSo_butNotOfRecords() throws IOException {
    String parameters = "int a, int b, int c, int d, int e, int f, int g, int h";
    write("Wide", "  Wide(" + parameters + ") {}\n  record Row(" + parameters + ") {}\n");
    assertThat(SizeBudget.ofModule(module).breaches())
        .singleElement()
        .asString()
        .endsWith("Wide.java: constructor with 8 parameters");
  }

  private void write(String name, String body) throws IOException {
    Path folder = Files.createDirectories(module.resolve("src/main/java"));
    Files.writeString(folder.resolve(name + ".java"), "class " + name + " {\n" + body + "}\n");
  }
}
