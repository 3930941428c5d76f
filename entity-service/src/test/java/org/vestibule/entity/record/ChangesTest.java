package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;

class ChangesTest {
  @Test
  void sameValues_areNoChange() {
    assertThat(changes("{\"a\":1,\"b\":[{\"c\":1.50}]}", "{\"b\":[{\"c\":1.5}],\"a\":1}"))
        .isEmpty();
  }

  @Test
  void changedAddedAndRemoved_areNamedOnce() {
    assertThat(changes("{\"a\":1,\"b\":2,\"d\":4}", "{\"a\":1,\"b\":3,\"c\":5}"))
        .containsExactly("b", "c", "d");
  }

  @Test
  void password_isNamedByItsRoot() {
    ObjectNode before = object("{\"/password\":{\"value\":\"1\"}}");
    ObjectNode after = object("{\"/password\":{\"value\":\"2\"},\"/keys#7/pin\":{}}");
    assertThat(Changes.between(Json.object(), Json.object(), before, after))
        .containsExactly("keys", "password");
  }

  private static List<String> changes(String before, String after) {
    return Changes.between(object(before), object(after), Json.object(), Json.object());
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.parse(json);
  }
}
