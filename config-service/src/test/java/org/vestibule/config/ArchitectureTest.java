package org.vestibule.config;

import org.junit.jupiter.api.Test;
import org.vestibule.testkit.rules.HouseRules;
import org.vestibule.testkit.rules.SizeBudget;

class ArchitectureTest {

  @Test
  void classes_followTheHouseRules() {
    HouseRules.ofService("org.vestibule.config").check();
  }

  @Test
  void sources_stayWithinTheSizeBudget() {
    SizeBudget.ofThisModule().check();
  }
}
