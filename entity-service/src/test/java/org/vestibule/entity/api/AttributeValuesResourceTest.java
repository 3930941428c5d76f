package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;

/** In the second application, which only this class and the purge test fill. */
@QuarkusTest
class AttributeValuesResourceTest extends ServiceTest {
  private static final CaptureApi API = CaptureApi.by(SECOND.client("owner"));

  @BeforeEach
  void fill() {
    ok(API.call("entity.purge", "commit", "true"));
    ok(
        API.create(
            "{\"gender\":\"f\",\"birthday\":\"1990-02-28\",\"optIn\":{\"status\":true},"
                + "\"photos\":[{\"type\":\"a\"},{\"type\":\"b\"}],\"primaryAddress\":{\"city\":\"A\"},"
                + "\"profiles\":[{\"domain\":\"d\",\"identifier\":\"i\","
                + "\"profile\":{\"bodyType\":{\"height\":1.80}}}]}"));
    ok(API.create("{\"gender\":\"m\",\"photos\":[{\"type\":\"a\",\"value\":\"v\"}]}"));
    ok(API.create("{\"gender\":\"f\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gender                           | ["f","m"]
          /gender                          | ["f","m"]
          birthday                         | ["1990-02-28"]
          optIn.status                     | [true]
          primaryAddress/city              | ["A"]
          photos.type                      | ["a","b"]
          photos.value                     | ["v"]
          profiles.profile.bodyType.height | [1.8]
          middleName                       | []
          """)
  void values_areListedOnce(String path, String expected) {
    JsonNode reply = ok(values(path));
    assertThat(reply.path("results").toString()).isEqualTo(expected);
    assertThat(reply.path("result_count").asInt()).isEqualTo(reply.path("results").size());
  }

  @Test
  void reservedAttributes_areShownAsInRecords() {
    JsonNode record = API.call("entity.find", "max_results", "1").path("results").path(0);
    for (String name : List.of("id", "uuid", "created", "lastUpdated")) {
      assertThat(ok(values(name)).path("results")).hasSize(3).contains(record.path(name));
    }
    assertThat(ok(values("photos.id")).path("results")).hasSize(3);
  }

  @Test
  void values_arePaged() {
    JsonNode second =
        ok(
            API.call(
                "entity.attributeValues",
                "attribute_path",
                "gender",
                "max_results",
                "1",
                "first_result",
                "1"));
    assertThat(second.path("results").toString()).isEqualTo("[\"m\"]");
    error(
        API.call("entity.attributeValues", "attribute_path", "gender", "max_results", "10001"),
        200,
        "invalid_argument");
    error(
        API.call("entity.attributeValues", "attribute_path", "gender", "first_result", "-1"),
        200,
        "invalid_argument");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "display",
        "photos",
        "primaryAddress",
        "/",
        "photos#1.type",
        "gender#1"
      })
  void whatHasNoSingleValues_isRefused(String path) {
    error(values(path), 200, "invalid_argument");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nope",
        "gender') FROM record_1; --",
        "gender.x",
        "doc",
        "passwords",
        "email' OR '1'='1"
      })
  void whatDoesNotExist_isRefused(String path) {
    error(values(path), 223, "unknown_attribute");
  }

  @Test
  void strangers_seeNoValues() {
    error(API.call("entity.attributeValues"), 100, "missing_argument");
    for (String feature : List.of("login_client", "access_issuer")) {
      error(
          CaptureApi.by(SECOND.client(feature))
              .call("entity.attributeValues", "attribute_path", "gender"),
          403,
          "client_permission_error");
    }
    String token = Tokens.issue(FIRST, person());
    error(
        CaptureApi.byToken(FIRST, token).call("entity.attributeValues", "attribute_path", "email"),
        403,
        "client_permission_error");
    String email = direct.byUuid(person()).path("email").asText();
    assertThat(ok(values("email")).toString()).doesNotContain(email);
    ok(
        CaptureApi.by(SECOND.client("direct_read_access"))
            .call("entity.attributeValues", "attribute_path", "gender"));
  }

  private static JsonNode values(String path) {
    return API.call("entity.attributeValues", "attribute_path", path);
  }
}
