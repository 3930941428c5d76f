package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.credential.PasswordInput;
import org.vestibule.entity.credential.StoredPassword;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.SchemaNotation;
import org.vestibule.platform.json.Json;

class PasswordColumnTest {
  private static final Schema SCHEMA =
      SchemaNotation.parse("password password\nkeys plural\n  pin password\n");

  @Test
  void hash_neverStaysInTheDocument() {
    ObjectNode doc = Json.object();
    doc.set("password", hashed("h1"));
    doc.putArray("keys").addObject().put("id", 7).set("pin", hashed("h2"));
    ObjectNode passwords = PasswordColumn.extract(SCHEMA.root(), doc, Json.object());
    assertThat(Json.write(doc))
        .isEqualTo(
            "{\"password\":{\"type\":\"password-sha\"},"
                + "\"keys\":[{\"id\":7,\"pin\":{\"type\":\"password-sha\"}}]}");
    assertThat(passwords.path("/password").path("value").asText()).isEqualTo("h1");
    assertThat(passwords.path("/keys#7/pin").path("value").asText()).isEqualTo("h2");
  }

  @Test
  void passwordOfRemovedElement_isForgotten() {
    ObjectNode doc = Json.object();
    doc.putNull("password");
    doc.putArray("keys");
    ObjectNode before = Json.object();
    before.set("/keys#7/pin", new StoredPassword("password-sha", "h", null).json());
    assertThat(PasswordColumn.extract(SCHEMA.root(), doc, before)).isEmpty();
  }

  @Test
  void visiblePartWrittenBack_keepsTheHash() {
    ObjectNode before = Json.object();
    before.set("/password", new StoredPassword("password-sha", "h", "s").json());
    ObjectNode doc = Json.object();
    doc.set("password", new POJONode(new PasswordInput.Kept("password-sha")));
    doc.putArray("keys");
    ObjectNode after = PasswordColumn.extract(SCHEMA.root(), doc, before);
    assertThat(after).isEqualTo(before);
    PasswordColumn.restore(SCHEMA.root(), doc, after, "");
    assertThat(doc.path("password").path("salt").asText()).isEqualTo("s");
  }

  private static POJONode hashed(String value) {
    return new POJONode(new PasswordInput.Hashed(new StoredPassword("password-sha", value, null)));
  }
}
