package org.vestibule.entity.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;

@QuarkusTest
class ExportResourceTest extends ServiceTest {
  private static final String HASH =
      "{\"type\":\"password-md5\",\"value\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}";

  @Test
  void whatWasExported_isImportedWithoutLoss() {
    String name = newName();
    String record =
        ("{\"email\":\"%s\",\"displayName\":\"%s\",\"password\":%s,\"birthday\":\"1990-02-28\","
                + "\"display\":{\"a\":[1,2.50,null]},\"optIn\":{\"status\":true},"
                + "\"primaryAddress\":{\"city\":\"Leiden\"},"
                + "\"clients\":[{\"clientId\":\"a\"},{\"clientId\":\"b\"}],"
                + "\"profiles\":[{\"domain\":\"d\",\"identifier\":\"%s\"}]}")
            .formatted(email(), name, HASH, name);
    ok(owner.create(record));
    ObjectNode request =
        Exports.all().put("filter", "displayName = '" + name + "'").put("passwords", true);
    JsonNode exported = Exports.page(FIRST, request).get(0);
    assertThat(exported.path("password").toString()).isEqualTo(HASH);
    assertThat(exported.path("clients").path(1).path("id").isIntegralNumber()).isTrue();
    ok(owner.call("entity.delete", "uuid", exported.path("uuid").asText()));

    Imports imports = Imports.of(FIRST);
    String run = imports.begin();
    assertThat(imports.take(run, 0, Json.write(exported)).path("stored").asInt()).isEqualTo(1);
    assertThat(Exports.page(FIRST, request)).containsExactly(exported);
    assertThat(owner.byUuid(exported.path("uuid").asText())).isEqualTo(exported);
  }

  @Test
  void hashes_areGivenOutOnlyWhenAskedFor() {
    String email = email();
    ok(owner.create("{\"email\":\"" + email + "\",\"password\":" + HASH + "}"));
    ObjectNode request = Exports.all().put("filter", "email = '" + email + "'");
    assertThat(Exports.page(FIRST, request).get(0).path("password").isNull()).isTrue();
    request.putArray("attributes").add("password");
    assertThat(Exports.page(FIRST, request).get(0).path("password").isNull()).isTrue();
  }

  @Test
  void pages_goOnBehindTheLastId_withEveryRecordOnce() {
    String name = newName();
    for (int i = 0; i < 7; i++) {
      ok(direct.create("{\"displayName\":\"" + name + "\"}"));
    }
    List<Long> ids = new ArrayList<>();
    ObjectNode request =
        Json.object().put("limit", 3).put("filter", "displayName = '" + name + "'");
    List<JsonNode> page = Exports.page(FIRST, request.put("after", 0));
    while (!page.isEmpty()) {
      page.forEach(it -> ids.add(it.path("id").asLong()));
      page = Exports.page(FIRST, request.put("after", ids.get(ids.size() - 1)));
    }
    assertThat(ids).hasSize(7).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void attributes_cutTheRecords_butNamesAndTimesAreThere() {
    String email = email();
    ok(direct.create("{\"email\":\"" + email + "\",\"primaryAddress\":{\"city\":\"Leiden\"}}"));
    ObjectNode request = Exports.all().put("filter", "email = '" + email + "'");
    request.putArray("attributes").add("primaryAddress.city");
    JsonNode record = Exports.page(FIRST, request).get(0);
    assertThat(record.fieldNames())
        .toIterable()
        .containsExactly("id", "uuid", "created", "lastUpdated", "primaryAddress");
    assertThat(record.path("primaryAddress").toString()).isEqualTo("{\"city\":\"Leiden\"}");
  }

  @Test
  void anotherApplication_hasNoneOfTheseRecords() {
    String email = email();
    ok(direct.create("{\"email\":\"" + email + "\"}"));
    assertThat(Exports.page(SECOND, Exports.all().put("filter", "email = '" + email + "'")))
        .isEmpty();
  }
}
