package org.vestibule.testkit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files of the repository that may be larger, by name. There may be five; a sixth breaks every
 * module's test.
 */
record BudgetExceptions(List<String> files) {
  private static final int MOST = 5;
  private static final String LIST = "size-budget-exceptions.txt";

  static BudgetExceptions load() {
    try (InputStream list = BudgetExceptions.class.getResourceAsStream(LIST)) {
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return new BudgetExceptions(
          text.lines().map(String::trim).filter(BudgetExceptions::isName).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean names(String path) {
    return files.stream().anyMatch(file -> path.endsWith("/" + file));
  }

  List<String> breaches() {
    return files.size() > MOST
        ? List.of(files.size() + " files are excepted from the size budget, allowed " + MOST)
        : List.of();
  }

  private static boolean isName(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }
}
