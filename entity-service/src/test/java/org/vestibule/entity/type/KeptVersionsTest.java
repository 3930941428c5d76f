package org.vestibule.entity.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.platform.capture.directory.ApplicationView;

class KeptVersionsTest {
  private static final EntityType TYPE = TestTypes.of(TestSchemas.user());

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "' 7 ',7", "1000,1000", "1001,1000", "-1,0", "many,0", "99999999999,0"})
  void setting_isANumberUpToAThousand(String text, int kept) {
    assertThat(KeptVersions.number(text)).isEqualTo(kept);
  }

  @Test
  void setting_isOfOneType() {
    Map<String, JsonNode> settings =
        Map.of(
            "user_keep_versions", IntNode.valueOf(3), "other_keep_versions", TextNode.valueOf("9"));
    ApplicationView application =
        new ApplicationView("a", UUID.randomUUID(), "A", "example.com", List.of(), settings);
    assertThat(KeptVersions.of(TYPE, Optional.of(application))).isEqualTo(3);
    assertThat(KeptVersions.of(TYPE, Optional.empty())).isZero();
  }
}
