package org.vestibule.testkit.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The size budget: short files, short methods, few constructor parameters. Measured on the sources
 * of one module with the compiler's own parser.
 */
public final class SizeBudget {
  private static final int FILE_MEDIAN = 80;
  private static final int FILE_MOST = 220;
  private static final int FILE_MAXIMUM = 400;
  private static final int METHOD_MEDIAN = 6;
  private static final int METHOD_MOST = 18;
  private static final int METHOD_MAXIMUM = 45;
  private static final int TEST_METHOD_MOST = 35;
  private static final int PARAMETERS_MAXIMUM = 7;

  private final List<MeasuredFile> files;
  private final List<MeasuredFile> tests;
  private final BudgetExceptions exceptions;

  private SizeBudget(
      List<MeasuredFile> files, List<MeasuredFile> tests, BudgetExceptions exceptions) {
    this.files = files;
    this.tests = tests;
    this.exceptions = exceptions;
  }

  /** Measures the module whose folder is given. */
  public static SizeBudget ofModule(Path module) {
    return new SizeBudget(
        SourceMeter.measure(module.resolve("src/main/java")),
        SourceMeter.measure(module.resolve("src/test/java")),
        BudgetExceptions.load());
  }

  /** Measures the module whose tests run. */
  public static SizeBudget ofThisModule() {
    return ofModule(Path.of(System.getProperty("basedir", ".")));
  }

  /** Fails with everything that is too large. */
  public void check() {
    List<String> breaches = breaches();
    if (!breaches.isEmpty()) {
      throw new AssertionError("size budget:\n  " + String.join("\n  ", breaches));
    }
  }

  /** Everything that is too large, one line each. */
  public List<String> breaches() {
    List<String> breaches = new ArrayList<>(exceptions.breaches());
    Distribution lines = distribution(files, MeasuredFile::lines);
    breaches.addAll(lines.breaches("main files", FILE_MEDIAN, FILE_MOST));
    Distribution methods = Distribution.of(methods().stream().map(MeasuredMethod::lines).toList());
    breaches.addAll(methods.breaches("methods", METHOD_MEDIAN, METHOD_MOST));
    breaches.addAll(testMethods().breachesOfMost("test methods", TEST_METHOD_MOST));
    files.stream().filter(this::isCounted).forEach(file -> addSingle(file, breaches));
    return breaches;
  }

  /** Median, 90th percentile and maximum of files and methods, for the curious. */
  public String summary() {
    return "files "
        + distribution(files, MeasuredFile::lines)
        + ", methods "
        + Distribution.of(methods().stream().map(MeasuredMethod::lines).toList())
        + ", test methods "
        + testMethods();
  }

  private boolean isCounted(MeasuredFile file) {
    return !exceptions.names(file.path());
  }

  private static void addSingle(MeasuredFile file, List<String> breaches) {
    if (file.lines() > FILE_MAXIMUM) {
      breaches.add(file.path() + " has " + file.lines() + " lines");
    }
    for (MeasuredMethod method : file.methods()) {
      if (method.lines() > METHOD_MAXIMUM) {
        breaches.add(file.path() + ": " + method.name() + " has " + method.lines() + " lines");
      }
      if (method.isConstructor() && method.parameters() > PARAMETERS_MAXIMUM) {
        breaches.add(file.path() + ": constructor with " + method.parameters() + " parameters");
      }
    }
  }

  private List<MeasuredMethod> methods() {
    return files.stream().flatMap(file -> file.methods().stream()).toList();
  }

  private Distribution testMethods() {
    return Distribution.of(
        tests.stream()
            .flatMap(file -> file.methods().stream())
            .filter(MeasuredMethod::isTest)
            .map(MeasuredMethod::lines)
            .toList());
  }

  private static Distribution distribution(
      List<MeasuredFile> measured, ToIntFunction<MeasuredFile> size) {
    return Distribution.of(measured.stream().map(size::applyAsInt).toList());
  }
}
