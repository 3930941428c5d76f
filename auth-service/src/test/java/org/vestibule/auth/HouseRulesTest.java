package org.vestibule.auth;

import org.junit.jupiter.api.Test;
import org.vestibule.testkit.rules.HouseRules;
import org.vestibule.testkit.rules.SizeBudget;

class HouseRulesTest {

  @Test
  void structureAndHygiene() {
    HouseRules.ofService("org.vestibule.auth").check();
  }

  @Test
  void sizes() {
    SizeBudget.ofThisModule().check();
  }
}
