package org.vestibule.platform.capture.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptureProblemTest {
  @Test
  void names_areToldAsTheyAre() {
    CaptureProblem problem = CaptureProblem.unknownAttribute("/nope");
    assertThat(problem.description()).isEqualTo("attribute does not exist: /nope");
    assertThat(problem.members().path("attribute_name").asText()).isEqualTo("/nope");
  }

  @Test
  void endlessNames_areCut() {
    CaptureProblem problem = CaptureProblem.unknownEntityType("x".repeat(5_000_000));
    assertThat(problem.description()).hasSize(1_003).endsWith("...");
    assertThat(problem.members().path("type_name").asText()).hasSize(1_003).endsWith("...");
    CaptureProblem faces = CaptureProblem.unknownEntityType("\ud83d\ude00".repeat(5_000));
    assertThat(faces.members().path("type_name").asText().replace("\ud83d\ude00", ""))
        .isEqualTo("...");
  }
}
