package org.vestibule.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
  private static final String SAMPLE = "org.vestibule.testkit.rules.sample";

  private final JavaClasses sample = new ClassFileImporter().importPackages(SAMPLE);

  @Test
  void resource_whenItCallsAForeignService_thenBreaksTheRule() {
    assertThat(report(StructureRules.forServices(SAMPLE)))
        .contains("FirstResource", "SecondService", "own feature");
  }

  @Test
  void code_whenItHidesTimeOrLocale_thenBreaksTheRule() {
    // Sources of time may live in the test kit, so look from the outside.
    assertThat(report(HygieneRules.everywhere(SAMPLE))).contains("toLowerCase");
    assertThat(report(HygieneRules.forRunningCode())).contains("System.out");
  }

  @Test
  void secrets_whenTheyAreComparedElsewhere_thenBreakTheRule() {
    assertThat(report(HygieneRules.forRunningCode())).contains("Arrays.equals", "Digests");
  }

  private String report(List<ArchRule> rules) {
    StringBuilder text = new StringBuilder();
    for (ArchRule rule : rules) {
      text.append(rule.allowEmptyShould(true).evaluate(sample).getFailureReport());
    }
    return text.toString();
  }
}
