package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.entity.rule.Rules;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Blank;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.Selection;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.entity.type.TestTypes;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

class ReplacementTest {
  private static final Schema SCHEMA = TestSchemas.everything();
  private static final String FULL =
      """
      {"text":"t","number":7,"free":{"a":1},"secret":{"type":"password-sha"},
       "box":{"must":"m","letters":"l","inner":{"deep":3}},
       "items":[
         {"id":10,"key":"a","label":"one","parts":[{"id":11,"serial":"s","size":2}],
          "note":{"line":"n"}},
         {"id":20,"key":"b","label":"two","parts":[],"note":{"line":null}}]}
      """;

  private final Drafts drafts = new Drafts(Clock.systemUTC());

  @Test
  void record_hasExactlyWhatIsGiven() {
    ObjectNode doc = replaced(SCHEMA, "", "{\"box\":{\"must\":\"x\"},\"number\":1}");
    ObjectNode expected = Blank.children(SCHEMA.root());
    expected.put("number", 1L);
    ((ObjectNode) expected.get("box")).put("must", "x");
    assertThat(Json.parse(Json.write(doc))).isEqualTo(Json.parse(Json.write(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text                  | "u"                   | /text                     | "u"
          number                | null                  | /number                   | null
          box                   | {"must":"x"}          | /box/letters              | null
          box                   | {"must":"x"}          | /box/inner/deep           | null
          box.inner             | {}                    | /box/must                 | "m"
          box.inner             | null                  | /box/inner/deep           | null
          items                 | []                    | /items                    | []
          items                 | [{"id":20,"key":"c"}] | /items/0/id               | 20
          items                 | [{"id":20,"key":"c"}] | /items/0/label            | null
          items                 | [{"id":20,"key":"c"}] | /items/1                  |
          items                 | [{"key":"a"}]         | /items/0/id               | null
          items#10              | {"key":"z"}           | /items/0/label            | null
          items#10              | {"key":"z"}           | /items/0/parts            | []
          items#10              | {"key":"z"}           | /items/1/label            | "two"
          items#10.note         | {}                    | /items/0/note/line        | null
          items#10.parts        | [{"serial":"t"}]      | /items/0/parts/0/size     | null
          items#10.parts#11     | {"serial":"t"}        | /items/0/parts/0/size     | null
          items#10.parts#11     | {"serial":"t"}        | /items/0/parts/0/id       | 11
          items#10.parts#11.size| 5                     | /items/0/parts/0/serial   | "s"
          """)
  void place_hasExactlyWhatIsGiven(String place, String value, String pointer, String expected) {
    JsonNode found = replaced(SCHEMA, place, value).at(pointer);
    assertThat(found.isMissingNode() ? null : Json.write(found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                   | {}                                      | 362 | /box/must
          box      | {"letters":"a"}                         | 362 | /box/must
          items    | [{"id":10}]                             | 362 | /items/key
          items    | [{"label":"x"}]                         | 362 | /items/key
          items#10 | {"label":"x"}                           | 362 | /items/key
          items    | [{"id":99,"key":"x"}]                   | 310 |
          items    | [{"id":11,"key":"x"}]                   | 310 |
          items#99 | {"key":"x"}                             | 310 |
          items    | [{"key":"x"},{"key":"X"}]               | 361 | /items/key
          items    | [{"id":10,"key":"q"},{"key":"Q"}]       | 361 | /items/key
          items    | [{"key":"x","parts":[{"id":11,"serial":"s"}]}] | 310 |
          nope     | 1                                       | 223 | /nope
          items.key| "x"                                     | 200 |
          """)
  void wrongContent_isRefusedByCode(String place, String value, int code, String path) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> replaced(SCHEMA, place == null ? "" : place, value));
    CaptureProblem problem = (CaptureProblem) refused.problem();
    assertThat(problem.code().code()).isEqualTo(code);
    assertThat(problem.members().path("attribute_name").textValue()).isEqualTo(path);
  }

  @Test
  void restrictedWriter_leavesTheRestAlone() {
    ObjectNode doc = replaced(only("text", "box.letters", "items.label"), "", "{\"text\":\"u\"}");
    assertThat(doc.path("text").asText()).isEqualTo("u");
    assertThat(doc.path("number").asInt()).isEqualTo(7);
    assertThat(doc.path("secret").path("type").asText()).isEqualTo("password-sha");
    assertThat(Json.write(doc.path("box")))
        .isEqualTo("{\"must\":\"m\",\"letters\":null,\"inner\":{\"deep\":3}}");
    assertThat(doc.path("items").findValuesAsText("key")).containsExactly("a", "b");
    assertThat(doc.path("items").findValuesAsText("label")).containsExactly("null", "null");
    assertThat(doc.at("/items/0/parts/0/serial").asText()).isEqualTo("s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          items    | null
          items    | []
                   | {"items":null,"box":null}
          items#10 | {}
          """)
  void restrictedWriter_removesNoElement(String place, String value) {
    Schema writable = only("box.letters", "items.label");
    ObjectNode doc = replaced(writable, place == null ? "" : place, value);
    assertThat(doc.path("items")).hasSize(2);
    assertThat(doc.at("/items/0/label").isNull()).isTrue();
    assertThat(doc.at("/items/0/key").asText()).isEqualTo("a");
    assertThat(doc.at("/box/inner/deep").asInt()).isEqualTo(3);
  }

  private static Schema only(String... paths) {
    List<AttributePath> parsed =
        Stream.of(paths).map(it -> AttributePath.parse(it).orElseThrow()).toList();
    return new Schema(Selection.of(parsed).cutWithReserved(SCHEMA.root()));
  }

  private ObjectNode replaced(Schema writable, String place, String value) {
    ObjectNode before = (ObjectNode) Json.parse(FULL);
    Blank.complete(SCHEMA.root(), before);
    Target target = Target.parse(place, writable);
    ObjectNode input = (ObjectNode) target.wrap(Json.parse(value));
    ObjectNode values = drafts.forPlace(TestTypes.of(SCHEMA), writable, input, before).values();
    Replacement replacement = new Replacement(writable, target, Rules.of(SCHEMA, List.of()));
    return Content.ofReplacement(SCHEMA, replacement, before, values, Folding.ASCII_ONLY).doc();
  }
}
