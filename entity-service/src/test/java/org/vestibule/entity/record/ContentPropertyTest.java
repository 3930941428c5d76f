package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TestTypes;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

/** Whatever is written, the answer is a document of the schema's form or a refusal. */
class ContentPropertyTest {
  private static final Schema SCHEMA = TestSchemas.everything();
  private static final EntityType TYPE = TestTypes.of(SCHEMA);
  private static final List<String> NAMES =
      List.of(
          "text", "exact", "number", "amount", "flag", "day", "time", "address", "free", "code",
          "box", "must", "letters", "inner", "deep", "items", "key", "label", "parts", "serial",
          "size", "note", "line", "id", "created", "nope");
  private final Drafts drafts = new Drafts(Clock.systemUTC());

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void anyInput_isADocumentOrARefusal(
      @ForAll("objects") ObjectNode first, @ForAll("objects") ObjectNode second) {
    try {
      ObjectNode doc = stored(Content.ofNew(SCHEMA, valid(first), Folding.ASCII_ONLY));
      assertForm(SCHEMA.root(), doc);
      Draft change = drafts.forChange(TYPE, SCHEMA, second, doc);
      assertForm(
          SCHEMA.root(),
          stored(Content.ofChange(SCHEMA, doc, change.values(), Folding.ASCII_ONLY)));
    } catch (ProblemException refused) {
      assertThat(refused.problem()).isNotNull();
    }
  }

  private ObjectNode valid(ObjectNode input) {
    input.remove("id");
    ObjectNode box = input.path("box") instanceof ObjectNode given ? given : input.putObject("box");
    box.put("must", "x");
    return drafts.forNew(TYPE, SCHEMA, input).values();
  }

  private static ObjectNode stored(Content content) {
    List<Long> ids = LongStream.range(1_000, 1_100).boxed().toList();
    PasswordColumn.extract(SCHEMA.root(), content.withIds(ids).doc(), Json.object());
    return (ObjectNode) Json.parse(Json.write(content.doc()));
  }

  private static void assertForm(Attribute container, JsonNode node) {
    for (Attribute child : container.children().values()) {
      JsonNode value = node.path(child.name());
      if (child.type() == AttributeType.OBJECT) {
        assertForm(child, value);
      } else if (child.type() == AttributeType.PLURAL) {
        assertThat(value.isArray()).isTrue();
        value.forEach(element -> assertThat(element.path("id").asLong()).isPositive());
        value.forEach(element -> assertForm(child, element));
      } else if (!child.reserved()) {
        assertThat(value.isMissingNode()).as(child.name()).isFalse();
      }
    }
  }

  @Provide
  Arbitrary<ObjectNode> objects() {
    return object(3);
  }

  private static Arbitrary<ObjectNode> object(int depth) {
    return Arbitraries.maps(Arbitraries.of(NAMES), value(depth))
        .ofMaxSize(5)
        .map(
            members -> {
              ObjectNode node = Json.object();
              members.forEach(node::set);
              return node;
            });
  }

  private static Arbitrary<JsonNode> value(int depth) {
    Arbitrary<JsonNode> scalars =
        Arbitraries.of(
                "null",
                "true",
                "1",
                "-7",
                "2.50",
                "1e30",
                "\"\"",
                "\"abc\"",
                "\"2026-02-28\"",
                "\"10.0.0.1\"",
                "\"K\"",
                "[]",
                "{}",
                "[1]",
                "[null]",
                "\"\\u0000\"")
            .map(Json::parse);
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<JsonNode> nested = object(depth - 1).map(node -> node);
    Arbitrary<JsonNode> lists =
        object(depth - 1).list().ofMaxSize(3).map(nodes -> Json.array().addAll(nodes));
    return Arbitraries.oneOf(scalars, scalars, nested, lists);
  }
}
