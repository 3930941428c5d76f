package org.vestibule.entity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.credential.Passwords;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.RecordState;
import org.vestibule.entity.schema.Blank;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TestTypes;
import org.vestibule.platform.crypto.Argon2id;
import org.vestibule.platform.crypto.SecureRandomSource;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.offload.OffloadSettings;

/** Nobody can tell by the work whether an account exists. */
class EqualWorkTest {
  private static final Schema SCHEMA = TestSchemas.user();
  private static final EntityType TYPE = TestTypes.of(SCHEMA);

  private final CountingArgon2 argon2 = new CountingArgon2();
  private final FoundRecord reader = new FoundRecord();
  private final CredentialService service =
      new CredentialService(
          new Conditions(Clock.systemUTC()),
          reader,
          null,
          new Passwords(argon2, new Offload(new SimpleMeterRegistry(), OffloadSettings.defaults())),
          null);

  @Test
  void unknownAddress_wrongPassword_andNoPassword_costTheSame() {
    String hash = argon2.hash("right".getBytes());
    List<String> unknown = work(Optional.empty());
    List<String> wrong = work(Optional.of(record("password-argon2id", hash)));
    List<String> none = work(Optional.of(record(null, null)));
    assertThat(unknown)
        .containsExactly("read", "$argon2id$v=19$m=19456,t=2,p=1")
        .isEqualTo(wrong)
        .isEqualTo(none);
  }

  private List<String> work(Optional<RecordState> found) {
    reader.found = found;
    argon2.done.clear();
    CredentialCheck outcome =
        service
            .check(
                TYPE,
                new CredentialRequest("email", "a@example.org", "wrong", "c", true),
                CallContext.platform("test"))
            .await()
            .atMost(Duration.ofSeconds(20));
    assertThat(outcome).isInstanceOf(CredentialCheck.Mismatch.class);
    return List.copyOf(argon2.done);
  }

  private static RecordState record(String type, String value) {
    ObjectNode passwords = Json.object();
    if (type != null) {
      passwords.putObject("/password").put("type", type).put("value", value);
    }
    Instant now = Instant.EPOCH;
    return new RecordState(
        1, UUID.randomUUID(), now, now, Blank.children(SCHEMA.root()), passwords);
  }

  private final class FoundRecord extends RecordReader {
    private Optional<RecordState> found;

    FoundRecord() {
      super(null, null, null);
    }

    @Override
    public Uni<Optional<RecordState>> stateOf(EntityType type, Filter where) {
      argon2.done.add("read");
      return Uni.createFrom().item(found);
    }
  }

  private static final class CountingArgon2 extends Argon2id {
    private final List<String> done = new ArrayList<>();

    CountingArgon2() {
      super(new SecureRandomSource());
    }

    @Override
    public boolean verify(String phc, byte[] secret) {
      done.add(phc.substring(0, phc.indexOf('$', 12 + 5)));
      return super.verify(phc, secret);
    }
  }
}
