package org.vestibule.entity.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;

/** Two spellings of one identifier are one identifier, wherever it is written or looked up. */
@QuarkusTest
class IdentifierResourceTest extends ServiceTest {
  @ParameterizedTest
  @CsvSource({
    "jo, JO",
    "jo\u00e9, jo\u0065\u0301",
    "\ufb01na, FINA",
    "\uff4a\uff4f, jo",
    "kim, \u212aim",
    "\u00e5sa, \u212bsa",
    "\u1e9ea, \u00dfa",
    "i\u0307zzet, \u0130zzet",
    "\u00b2x, 2x",
    "\u03a3o, \u03c3o"
  })
  void spellings_areOneIdentifier(String one, String other) {
    String domain = "@" + newName() + ".example.org";
    String mobile = newName();
    for (String[] names :
        new String[][] {
          {"username", one + mobile, other + mobile}, {"email", one + domain, other + domain}
        }) {
      JsonNode made = direct.create(attributes(names[0], names[1]));
      if (made.path("code").asInt() == 360) {
        continue;
      }
      String uuid = ok(made).path("uuid").asText();
      collides(names[0], names[2], uuid);
    }
    below(one + mobile, other + mobile);
  }

  private void collides(String attribute, String other, String uuid) {
    error(direct.create(attributes(attribute, other)), 361, "unique_violation");
    JsonNode many =
        ok(
            direct.call(
                "entity.bulkCreate", "all_attributes", "[" + attributes(attribute, other) + "]"));
    assertThat(many.path("results").path(0).path("code").asInt()).isEqualTo(361);
    for (String operation : List.of("entity.update", "entity.replace")) {
      error(
          direct.call(operation, "uuid", person(), "attributes", attributes(attribute, other)),
          361,
          "unique_violation");
    }
    JsonNode found =
        direct.call(
            "entity", "key_attribute", attribute, "key_value", Json.write(Json.tree(other)));
    assertThat(ok(found).path("result").path("uuid").asText()).isEqualTo(uuid);
    String filter = attribute + " = '" + other + "'";
    assertThat(ok(direct.call("entity.count", "filter", filter)).path("total_count").asInt())
        .isEqualTo(1);
    // The other application has people of its own.
    ok(CaptureApi.by(SECOND.client("owner")).create(attributes(attribute, other)));
  }

  private void below(String one, String other) {
    String profiles = "{\"profiles\":[{\"domain\":\"d\",\"identifier\":\"%s\"}]}";
    String uuid = ok(direct.create(profiles.formatted(one))).path("uuid").asText();
    error(direct.create(profiles.formatted(other)), 361, "unique_violation");
    error(
        direct.call("entity.update", "uuid", uuid, "attributes", profiles.formatted(other)),
        361,
        "unique_violation");
    JsonNode found =
        direct.call(
            "entity",
            "key_attribute",
            "profiles.identifier",
            "key_value",
            Json.write(Json.tree(other)));
    assertThat(ok(found).path("result").path("uuid").asText()).isEqualTo(uuid);
    String both =
        "{\"profiles\":[{\"domain\":\"d\",\"identifier\":\"x%1$s\"},"
            + "{\"domain\":\"d\",\"identifier\":\"x%2$s\"}]}";
    error(direct.create(both.formatted(one, other)), 361, "unique_violation");
  }

  @ParameterizedTest
  @CsvSource({"\u0131zzet, izzet", "jo.x, jox", "jo, jo\u200b", "jo, jo\u0430", "\u0440aul, paul"})
  void letters_thatOnlyLookAlike_areOthers(String one, String other) {
    String rest = newName();
    ok(direct.create(attributes("username", one + rest)));
    JsonNode second = direct.create(attributes("username", other + rest));
    // Either another person, or refused because it cannot be printed; never the same person.
    assertThat(second.path("code").asInt()).as(second.toString()).isNotEqualTo(361);
  }

  private static String attributes(String name, String value) {
    return "{\"" + name + "\":\"" + value + "\"}";
  }
}
