package org.vestibule.entity;

import org.junit.jupiter.api.Test;
import org.vestibule.testkit.rules.HouseRules;
import org.vestibule.testkit.rules.SizeBudget;

class HouseRulesTest {
  @Test
  void structureAndHygiene() {
    HouseRules.ofService("org.vestibule.entity").check();
  }

  @Test
  void sizes() {
    SizeBudget.ofThisModule().check();
  }
}
