package org.vestibule.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the house, checked on the compiled main classes of one module. Every module has one
 * small test that names its package root and calls {@link #check()}.
 */
public final class HouseRules {
  private static final int SHOWN = 10;

  private final String root;
  private final List<ArchRule> rules;

  private HouseRules(String root, Stream<ArchRule> rules) {
    this.root = root;
    this.rules = rules.toList();
  }

  /** The rules of a service. */
  public static HouseRules ofService(String root) {
    return new HouseRules(
        root,
        Stream.of(
                StructureRules.forServices(root),
                HygieneRules.everywhere(root),
                HygieneRules.forServices(root),
                HygieneRules.forRunningCode())
            .flatMap(List::stream));
  }

  /** The rules of the platform modules. */
  public static HouseRules ofPlatform(String root) {
    return new HouseRules(
        root,
        Stream.of(
                StructureRules.forPlatform(root),
                HygieneRules.everywhere(root),
                HygieneRules.forRunningCode())
            .flatMap(List::stream));
  }

  /** The rules of programs for the command line, which may print and call whom they like. */
  public static HouseRules ofTool(String root) {
    return new HouseRules(
        root,
        Stream.of(List.of(StructureRules.noCycles(root)), HygieneRules.everywhere(root))
            .flatMap(List::stream));
  }

  /** Fails with every breach of every rule. */
  public void check() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    if (classes.isEmpty()) {
      throw new AssertionError("no classes below " + root);
    }
    List<String> breaches = new ArrayList<>();
    for (ArchRule rule : rules) {
      EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
      if (result.hasViolation()) {
        breaches.add(report(rule, result));
      }
    }
    if (!breaches.isEmpty()) {
      throw new AssertionError(String.join("\n\n", breaches));
    }
  }

  private static String report(ArchRule rule, EvaluationResult result) {
    List<String> details = result.getFailureReport().getDetails();
    String shown = details.stream().limit(SHOWN).collect(Collectors.joining("\n  "));
    return rule.getDescription() + " (" + details.size() + " breaches)\n  " + shown;
  }
}
