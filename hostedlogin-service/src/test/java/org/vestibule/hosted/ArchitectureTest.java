package org.vestibule.hosted;

import org.junit.jupiter.api.Test;
import org.vestibule.testkit.rules.HouseRules;
import org.vestibule.testkit.rules.SizeBudget;

class ArchitectureTest {

  @Test
  void classes_followTheHouseRules() {
    HouseRules.ofService("org.vestibule.hosted").check();
  }

  @Test
  void sources_stayWithinTheSizeBudget() {
    SizeBudget.ofThisModule().check();
  }
}
