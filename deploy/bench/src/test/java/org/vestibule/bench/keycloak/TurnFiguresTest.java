package org.vestibule.bench.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TurnFiguresTest {
  private static TurnFigures turn(double perSecond, double p99) {
    return new TurnFigures(perSecond, 10, p99, 30, 0.5, 2);
  }

  @Test
  void median_isThatOfEachFigureForItself() {
    TurnFigures median = TurnFigures.median(List.of(turn(40, 300), turn(50, 200), turn(10, 900)));
    assertThat(median).isEqualTo(turn(40, 300));
    assertThat(TurnFigures.median(List.of(turn(40, 300), turn(50, 200)))).isEqualTo(turn(45, 250));
  }

  @Test
  void cells_haveEveryProgramForItself() {
    assertThat(turn(40, 300.126).cells("sign-in", "Other"))
        .containsExactly("sign-in", "Other", "40.0", "10.00", "300.13", "30.000", "0.500", "2.000");
    assertThat(turn(40, 300).whole()).isEqualTo(32.5);
  }
}
