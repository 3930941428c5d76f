package org.vestibule.bench;

import org.junit.jupiter.api.Test;
import org.vestibule.testkit.rules.HouseRules;
import org.vestibule.testkit.rules.SizeBudget;

class ArchitectureTest {
  @Test
  void classes_followTheHouseRules() {
    HouseRules.ofTool("org.vestibule.bench").check();
  }

  @Test
  void sources_stayWithinTheSizeBudget() {
    SizeBudget.ofThisModule().check();
  }
}
