package org.vestibule.config.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Section;
import org.vestibule.platform.json.Json;

class DocumentCacheTest {
  private final DocumentCache cache = new DocumentCache();

  @Test
  void newestVersionOfLargeFlow_staysThoughOlderOnesWereReadMore() {
    FlowDocument large = large();
    for (int version = 1; version <= 10; version++) {
      cache.putNewest(id(version), large);
      for (int read = 0; read < 100; read++) {
        assertThat(cache.find(id(version))).as("version %d", version).isPresent();
      }
    }
  }

  @Test
  void versionReadLate_doesNotTakeThePlaceOfLaterOne() {
    cache.putNewest(id(2), large());
    cache.putNewest(id(1), large());
    assertThat(cache.find(id(2))).isPresent();
    assertThat(cache.find(id(1))).isEmpty();
  }

  @Test
  void olderVersion_isFoundBesideTheNewest() {
    cache.putNewest(id(2), large());
    cache.put(id(1), large());
    assertThat(cache.find(id(1))).isPresent();
    assertThat(cache.find(id(2))).isPresent();
  }

  @Test
  void versionOfAnotherFlow_isNotFound() {
    cache.putNewest(id(1), large());
    assertThat(cache.find(new FlowVersionId("app-b", "standard", id(1).version()))).isEmpty();
    assertThat(cache.find(new FlowVersionId("app-a", "legacy", id(1).version()))).isEmpty();
  }

  private static FlowVersionId id(int version) {
    return new FlowVersionId("app-a", "standard", "202611220000000000%02d".formatted(version));
  }

  /** As many values as forty locales of a large flow have. */
  private static FlowDocument large() {
    Map<String, ObjectNode> texts = new HashMap<>();
    for (int text = 0; text < 1_500; text++) {
      ObjectNode body = Json.object();
      for (int locale = 0; locale < 40; locale++) {
        body.put("locale" + locale, "text");
      }
      texts.put("key" + text, body);
    }
    return FlowDocument.EMPTY.withAll(Section.TEXT, texts);
  }
}
