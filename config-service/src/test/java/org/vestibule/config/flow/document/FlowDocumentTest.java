package org.vestibule.config.flow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;

class FlowDocumentTest {
  private final FlowDocument flow =
      FlowDocument.ofRoot((ObjectNode) Json.parse("{\"locales\":[\"en-US\"]}"))
          .with(Section.SCREEN, "a", Json.object().put("modal", true))
          .with(Section.SCREEN, "b", Json.object().put("modal", true));

  @Test
  void since_thenOnlyWhatDiffers() {
    FlowDocument changed =
        flow.without(Section.SCREEN, "a")
            .with(Section.SCREEN, "b", Json.object().put("modal", true))
            .with(Section.SCREEN, "c", Json.object());

    JsonNode rows = Json.parse(changed.since(flow).json());

    assertThat(rows.findValuesAsText("name")).containsExactly("c", "a");
    assertThat(rows.get(1).get("body").isNull()).isTrue();
    assertThat(flow.since(flow).isEmpty()).isTrue();
    assertThat(
            flow.with(Section.SCREEN, "b", Json.object().put("modal", true)).since(flow).isEmpty())
        .isTrue();
  }

  @Test
  void changes_leaveTheOriginal() {
    flow.without(Section.SCREEN, "a").withRoot("userData", Json.array());
    assertThat(flow.all(Section.SCREEN)).containsOnlyKeys("a", "b");
    assertThat(flow.root().has("userData")).isFalse();
    assertThatThrownBy(() -> flow.all(Section.SCREEN).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void read_thenWhatWasStored() {
    FlowDocument read =
        FlowDocument.read(
            "[[\"root\",\"\",{\"locales\":[\"en-US\"]}],[\"screen\",\"b\",{\"modal\":true}],[\"screen\",\"a\",{\"modal\":true}]]");
    assertThat(read.since(flow).isEmpty()).isTrue();
    assertThat(read.characters()).isEqualTo(flow.characters());
    assertThat(
            flow.with(Section.TEXT, "k", Json.object().put("en-US", "x"))
                .without(Section.TEXT, "k")
                .characters())
        .isEqualTo(flow.characters());
    assertThat(read.all(Section.SCREEN).keySet()).containsExactly("b", "a");
  }

  @Test
  void limits_whenAFlowGrowsTooLarge_thenRefused() {
    Map<String, ObjectNode> many = new LinkedHashMap<>();
    for (int i = 0; i <= 1_000; i++) {
      many.put("f" + i, Json.object());
    }
    assertThatThrownBy(() -> DocumentLimits.check(flow.withAll(Section.ITEM, many)))
        .hasMessageContaining("There may be at most 1000 items.");
    ObjectNode text = Json.object().put("en-US", "x".repeat(8 * 1024 * 1024));
    assertThatThrownBy(() -> DocumentLimits.check(flow.with(Section.TEXT, "k", text)))
        .hasMessageContaining("The flow would become too large.");
    DocumentLimits.check(flow);
  }

  @Test
  void locales_whenOneIsAdded_thenMailsAreCopied() {
    ObjectNode mail = Json.object().put("subject", "Hi");
    FlowDocument with = flow.with(Section.MAIL, "en-US/m", mail);
    FlowDocument added = Locales.add(with, "fr-FR");
    assertThat(added.find(Section.MAIL, "fr-FR/m")).contains(mail);
    assertThat(added.locales()).containsExactly("en-US", "fr-FR");
    assertThat(Locales.add(added, "fr-FR")).isSameAs(added);
  }
}
