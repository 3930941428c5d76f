package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TestTypes;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

class ContentTest {
  private static final Schema SCHEMA = TestSchemas.everything();
  private static final EntityType TYPE = TestTypes.of(SCHEMA);
  private static final String BOX = "\"box\":{\"must\":\"x\"}";
  private final Drafts drafts =
      new Drafts(Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));

  @Test
  void newRecord_hasEveryAttribute() {
    ObjectNode doc = create("{" + BOX + "}").doc();
    assertThat(Json.write(doc))
        .isEqualTo(
            "{\"text\":null,\"exact\":null,\"number\":null,\"amount\":null,\"flag\":null,"
                + "\"day\":null,\"time\":null,\"address\":null,\"free\":null,\"secret\":null,"
                + "\"code\":null,\"box\":{\"must\":\"x\",\"letters\":null,"
                + "\"inner\":{\"deep\":null}},\"items\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          number | 9223372036854775807           | 9223372036854775807
          amount | 12.500                        | 12.5
          amount | 100.0                         | 100
          amount | 1e3                           | 1000
          day    | "2026-02-28T23:30:00-07:00"   | "2026-03-01"
          day    | "today"                       | "2026-03-01"
          time   | "2026-02-28 6:15pm"           | "2026-02-28 18:15:00 +0000"
          time   | "2026-02-28T06:15:00.12Z"     | "2026-02-28 06:15:00.120000 +0000"
          address| "10.0.0.255"                  | "10.0.0.255"
          free   | [1,{"a":null}]                | [1,{"a":null}]
          free   | "text"                        | "text"
          text   | ""                            | ""
          """)
  void values_areStoredInOneForm(String name, String given, String stored) {
    ObjectNode doc = create("{" + BOX + ",\"" + name + "\":" + given + "}").doc();
    assertThat(Json.write(doc.get(name))).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "nope":1                              | 223 | /nope
          "box":{"must":"x","no":1}             | 223 | /box/no
          "items":[{"key":"a","no":1}]          | 223 | /items/no
          "id":5                                | 320 |
          "uuid":"x"                            | 234 | /uuid
          "lastUpdated":"today"                 | 234 | /lastUpdated
          "items":[{"key":"a","id":1}]          | 320 |
          "text":5                              | 341 | /text
          "number":"5"                          | 341 | /number
          "number":5.0                          | 341 | /number
          "number":9223372036854775808          | 340 | /number
          "amount":"1"                          | 341 | /amount
          "amount":1e-50                        | 340 | /amount
          "flag":"true"                         | 341 | /flag
          "day":"32/13/2020"                    | 342 | /day
          "day":5                               | 341 | /day
          "address":"::1"                       | 340 | /address
          "address":"256.1.1.1"                 | 340 | /address
          "free":1e999                          | 340 | /free
          "secret":5                            | 341 | /secret
          "secret":{"type":"x","value":"y"}     | 340 | /secret
          "secret":{"type":"password-argon2id"} | 340 | /secret
          "secret":""                           | 340 | /secret
          "items":{"key":"a"}                   | 341 | /items
          "items":["a"]                         | 341 | /items
          "box":"x"                             | 341 | /box
          "code":"a b"                          | 360 | /code
          "box":{"must":"x","letters":"a1"}     | 360 | /box/letters
          "text":"123456789012345678901"        | 363 | /text
          "box":{"must":null}                   | 362 | /box/must
          "items":[{"label":"a"}]               | 362 | /items/key
          "items":[{"key":"a"},{"key":"A"}]     | 0   |
          """)
  void wrongInput_isRefusedByCode(String member, int code, String path) {
    String input = member.startsWith("\"box\"") ? member : BOX + "," + member;
    if (code == 0) {
      assertThat(create("{" + input + "}").doc().path("items")).hasSize(1);
      return;
    }
    CaptureProblem problem = refusal("{" + input + "}");
    assertThat(problem.code().code()).isEqualTo(code);
    assertThat(problem.members().path("attribute_name").textValue()).isEqualTo(path);
  }

  @Test
  void missingRequiredChildOfObject_isRefused() {
    assertThat(refusal("{}").code().code()).isEqualTo(362);
  }

  @Test
  void namesAreCheckedBeforeValues() {
    assertThat(refusal("{\"text\":5,\"nope\":1}").code().code()).isEqualTo(223);
  }

  @Test
  void textThatCannotBeStored_isRefused() {
    assertThat(refusal("{" + BOX + ",\"text\":\"a\\u0000\"}").code().code()).isEqualTo(340);
    assertThat(refusal("{" + BOX + ",\"text\":\"\\ud800\"}").code().code()).isEqualTo(340);
    assertThat(refusal("{" + BOX + ",\"free\":{\"a\\u0000\":1}}").code().code()).isEqualTo(340);
    assertThat(create("{" + BOX + ",\"text\":\"\\ud83d\\ude00\"}").doc().path("text").asText())
        .isEqualTo("\ud83d\ude00");
  }

  @Test
  void update_mergesObjectsAndAppendsElements() {
    ObjectNode doc = create("{" + BOX + ",\"items\":[{\"key\":\"a\",\"label\":\"1\"}]}").doc();
    Content changed =
        change(doc, "{\"box\":{\"letters\":\"q\"},\"items\":[{\"key\":\"b\"}],\"text\":\"t\"}");
    assertThat(changed.doc().path("box").path("must").asText()).isEqualTo("x");
    assertThat(changed.doc().path("box").path("letters").asText()).isEqualTo("q");
    assertThat(changed.doc().path("items")).hasSize(2);
    assertThat(doc.path("items")).hasSize(1);
    assertThat(changed.newElements()).hasSize(1);
  }

  @Test
  void update_matchesElementsByIdAndByPrimaryKey() {
    ObjectNode doc = create("{" + BOX + ",\"items\":[{\"key\":\"a\",\"label\":\"1\"}]}").doc();
    ObjectNode byId = change(doc, "{\"items\":[{\"id\":100,\"label\":\"2\"}]}").doc();
    ObjectNode byKey = change(doc, "{\"items\":[{\"key\":\"A\",\"label\":\"3\"}]}").doc();
    assertThat(byId.path("items").path(0).path("label").asText()).isEqualTo("2");
    assertThat(byKey.path("items").path(0).path("label").asText()).isEqualTo("3");
    assertThat(byKey.path("items")).hasSize(1);
  }

  @Test
  void update_ofUnknownElement_isNotFound() {
    ObjectNode doc = create("{" + BOX + "}").doc();
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> change(doc, "{\"items\":[{\"id\":7,\"label\":\"2\"}]}"));
    assertThat(((CaptureProblem) refused.problem()).code().code()).isEqualTo(310);
  }

  @Test
  void primaryKeyBeyondAscii_isFoldedByTheDatabase() {
    ObjectNode doc = create("{" + BOX + ",\"items\":[{\"key\":\"\u00dcber\"}]}").doc();
    Draft draft =
        drafts.forChange(TYPE, SCHEMA, object("{\"items\":[{\"key\":\"\u00fcBER\"}]}"), doc);
    Folding folding = new Folding(Map.of("\u00dcber", "\u00fcber", "\u00fcBER", "\u00fcber"));
    assertThat(FoldedTexts.of(SCHEMA.root(), doc, draft.values()))
        .containsExactlyInAnyOrder("\u00dcber", "\u00fcBER");
    assertThat(Content.ofChange(SCHEMA, doc, draft.values(), folding).doc().path("items"))
        .hasSize(1);
  }

  @Test
  void nullForContainer_clearsIt() {
    ObjectNode doc = create("{" + BOX + ",\"items\":[{\"key\":\"a\"}]}").doc();
    assertThat(change(doc, "{\"items\":null}").doc().path("items")).isEmpty();
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> change(doc, "{\"box\":null}"));
    assertThat(((CaptureProblem) refused.problem()).code().code()).isEqualTo(362);
  }

  private Content create(String input) {
    Draft draft = drafts.forNew(TYPE, SCHEMA, object(input));
    Content content = Content.ofNew(SCHEMA, draft.values(), Folding.ASCII_ONLY);
    content.withIds(List.of(100L, 101L, 102L, 103L));
    PasswordColumn.extract(SCHEMA.root(), content.doc(), Json.object());
    return content;
  }

  private Content change(ObjectNode doc, String input) {
    Draft draft = drafts.forChange(TYPE, SCHEMA, object(input), doc);
    return Content.ofChange(SCHEMA, doc, draft.values(), Folding.ASCII_ONLY);
  }

  private CaptureProblem refusal(String input) {
    return (CaptureProblem)
        catchThrowableOfType(ProblemException.class, () -> create(input)).problem();
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.parse(json);
  }
}
