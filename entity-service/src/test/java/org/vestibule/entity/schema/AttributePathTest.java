package org.vestibule.entity.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributePathTest {
  @ParameterizedTest
  @CsvSource({
    "email, /email",
    "b_1Z, /b_1Z",
    "' email ', /email",
    "/primaryAddress/city, /primaryAddress/city",
    "primaryAddress.city, /primaryAddress/city",
    "//photos#12, /photos",
    ".a.b_1/C2, /a/b_1/C2",
    "pinapL1#7.pinapL2#9, /pinapL1/pinapL2"
  })
  void path_isReadInBothNotations(String text, String name) {
    assertThat(AttributePath.parse(text).orElseThrow().wireName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "1a",
        "_a",
        "aé",
        "a#",
        "a#x",
        "a'--",
        "a->>'x'",
        "a\"",
        "é",
        "a;b",
        "a#99999999999999999999"
      })
  void nonsense_isRefused(String text) {
    assertThat(AttributePath.parse(text)).isEmpty();
  }

  @Test
  void emptyPath_isTheRecord() {
    assertThat(AttributePath.parse("")).contains(AttributePath.ROOT);
    assertThat(AttributePath.parse("/")).contains(AttributePath.ROOT);
  }

  @Test
  void depth_isLimited() {
    assertThat(AttributePath.parse("a.".repeat(32) + "a")).isEmpty();
  }

  @Test
  void selection_cutsTheTree() {
    Schema schema = TestSchemas.everything();
    Attribute cut =
        Selection.of(
                List.of(
                    AttributePath.parse("box.inner").orElseThrow(),
                    AttributePath.parse("items.label").orElseThrow()))
            .cut(schema.root());
    assertThat(cut.children().keySet()).containsExactly("box", "items");
    assertThat(cut.child("box").orElseThrow().children().keySet()).containsExactly("inner");
    assertThat(cut.child("items").orElseThrow().children().keySet()).containsExactly("label");
  }

  @Test
  void selectionWithReserved_keepsIds() {
    Schema schema = TestSchemas.everything();
    Attribute cut =
        Selection.of(List.of(AttributePath.parse("items.label").orElseThrow()))
            .cutWithReserved(schema.root());
    assertThat(cut.children().keySet())
        .containsExactly("id", "uuid", "created", "lastUpdated", "items");
    assertThat(cut.child("items").orElseThrow().children().keySet()).containsExactly("id", "label");
  }
}
