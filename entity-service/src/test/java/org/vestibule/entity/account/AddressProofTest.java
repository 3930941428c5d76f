package org.vestibule.entity.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.record.RecordState;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;

class AddressProofTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final String ADDRESS = "jo@example.com";
  private static final Schema SCHEMA = TestSchemas.user();
  private final AddressProof proof = AddressProof.ofEmail(Digests.sha256Hex(ADDRESS), true);

  @Test
  void proofOfTheAddressThatStays_verifiesIt() {
    assertThat(values(Json.object()).path("emailVerified").isTextual()).isTrue();
    assertThat(values(email(ADDRESS)).path("emailVerified").isTextual()).isTrue();
  }

  /** Else whoever proved one address could claim any other by the same call. */
  @Test
  void proofBesideAnotherAddress_verifiesNothing_andStillEndsWhatWasLinked() {
    for (ObjectNode given : new ObjectNode[] {email("other@example.com"), noEmail()}) {
      ObjectNode values = values(given);
      assertThat(values.has("emailVerified")).isFalse();
      assertThat(values.path("profiles").isNull()).isTrue();
    }
  }

  private ObjectNode values(ObjectNode given) {
    RecordState record = record();
    assertThat(proof.isFirstOf(record)).isTrue();
    return proof.staying(given, record).values(SCHEMA, record, NOW);
  }

  private static ObjectNode email(String address) {
    return Json.object().put("email", address);
  }

  private static ObjectNode noEmail() {
    return Json.object().putNull("email");
  }

  private static RecordState record() {
    ObjectNode doc = email(ADDRESS).putNull("emailVerified");
    doc.putArray("profiles").addObject().put("id", 1);
    return RecordState.of(1, UUID.randomUUID(), NOW, NOW, doc, Json.object());
  }
}
