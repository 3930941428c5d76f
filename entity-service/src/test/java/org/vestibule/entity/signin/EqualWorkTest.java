package org.vestibule.entity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.vestibule.platform.crypto.Argon2Params;
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
  private static final Pattern COST = Pattern.compile("m=(\\d+),t=(\\d+)");

  private final CountingArgon2 argon2 = new CountingArgon2();
  private final FoundRecord reader = new FoundRecord();
  private CredentialService service = service(Argon2Params.USUAL);

  @Test
  void unknownAddress_wrongPassword_andNoPassword_costTheSame() {
    String hash = argon2.hash(Argon2Params.USUAL, "right".getBytes());
    List<String> unknown = work(Optional.empty());
    List<String> wrong = work(Optional.of(record("password-argon2id", hash)));
    List<String> none = work(Optional.of(record(null, null)));
    assertThat(unknown)
        .containsExactly("read", "$argon2id$v=19$m=19456,t=2,p=1")
        .isEqualTo(wrong)
        .isEqualTo(none);
  }

  @Test
  void deactivatedAccount_isToldAfterTheRightPasswordAlone_andCostsTheSame() {
    String hash = argon2.hash(Argon2Params.USUAL, "right".getBytes());
    RecordState deactivated = deactivated(record("password-argon2id", hash));

    List<String> wrong = work(Optional.of(deactivated));
    assertThat(check(Optional.of(deactivated), "right"))
        .isInstanceOf(CredentialCheck.Deactivated.class);

    assertThat(wrong).isEqualTo(work(Optional.empty())).isEqualTo(List.copyOf(argon2.done));
  }

  @Test
  void anotherCost_isThatOfUnknownAddressesToo() {
    Argon2Params other = new Argon2Params(8_192, 3, 1);
    service = service(other);
    String hash = argon2.hash(other, "right".getBytes());
    assertThat(work(Optional.empty()))
        .containsExactly("read", "$argon2id$v=19$m=8192,t=3,p=1")
        .isEqualTo(work(Optional.of(record("password-argon2id", hash))));
  }

  /** Hashes from before the cost was raised, or of another system. */
  @ParameterizedTest
  @CsvSource({"7168, 5", "7168, 1", "8, 1", "19456, 1", "19455, 2"})
  void cheaperHash_isAsMuchWorkAsAnUnknownAddress(int memory, int passes) {
    String hash = argon2.hash(new Argon2Params(memory, passes, 1), "right".getBytes());
    List<String> wrong = work(Optional.of(record("password-argon2id", hash)));
    assertThat(wrong.stream().mapToLong(EqualWorkTest::kibibytes).sum())
        .isCloseTo(
            work(Optional.empty()).stream().mapToLong(EqualWorkTest::kibibytes).sum(), within(8L));
  }

  @Test
  void hashThatNobodyCanRead_costsNoLess() {
    assertThat(work(Optional.of(record("password-argon2id", "$argon2id$v=19$m=4$x$y$z"))))
        .containsAll(work(Optional.empty()));
  }

  /** Imported hashes are checked beside it, so that a fast one is no faster than a stranger. */
  @ParameterizedTest
  @CsvSource({
    "password-md5, 0cc175b9c0f1b6a831c399e269772661",
    "password-sha-256, ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
    "password-netforum, anything",
    "password-unheard-of, anything"
  })
  void importedHash_costsNoLess(String type, String value) {
    assertThat(work(Optional.of(record(type, value)))).isEqualTo(work(Optional.empty()));
  }

  @Test
  void hugePassword_costsTheSame() {
    String huge = "x".repeat(100_000);
    check(Optional.empty(), huge);
    List<String> unknown = List.copyOf(argon2.done);
    check(
        Optional.of(
            record("password-argon2id", argon2.hash(Argon2Params.USUAL, "right".getBytes()))),
        huge);

    assertThat(List.copyOf(argon2.done)).isEqualTo(unknown).isEqualTo(work(Optional.empty()));
  }

  private List<String> work(Optional<RecordState> found) {
    assertThat(check(found, "wrong")).isInstanceOf(CredentialCheck.Mismatch.class);
    return List.copyOf(argon2.done);
  }

  private CredentialCheck check(Optional<RecordState> found, String password) {
    reader.found = found;
    argon2.done.clear();
    return service
        .check(
            TYPE,
            new CredentialRequest("email", "a@example.org", password, "c", true),
            CallContext.platform("test"))
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  private CredentialService service(Argon2Params cost) {
    Offload offload = new Offload(new SimpleMeterRegistry(), OffloadSettings.defaults());
    return new CredentialService(
        new Conditions(Clock.systemUTC()),
        reader,
        null,
        new Passwords(argon2, offload, cost),
        null);
  }

  /** What a computation writes into memory, over all passes. */
  private static long kibibytes(String done) {
    Matcher cost = COST.matcher(done);
    return cost.find() ? Long.parseLong(cost.group(1)) * Long.parseLong(cost.group(2)) : 0;
  }

  private static RecordState deactivated(RecordState record) {
    ObjectNode doc = record.doc().deepCopy();
    doc.put("deactivateAccount", "2026-03-09T14:05:06Z");
    return RecordState.of(
        record.id(),
        record.uuid(),
        record.created(),
        record.lastUpdated(),
        doc,
        record.passwords());
  }

  private static RecordState record(String type, String value) {
    ObjectNode passwords = Json.object();
    if (type != null) {
      passwords.putObject("/password").put("type", type).put("value", value);
    }
    Instant now = Instant.EPOCH;
    return RecordState.of(1, UUID.randomUUID(), now, now, Blank.children(SCHEMA.root()), passwords);
  }

  private final class FoundRecord extends RecordReader {
    private Optional<RecordState> found;

    FoundRecord() {
      super(null, null, null);
    }

    @Override
    public Uni<Optional<RecordState>> candidate(EntityType type, Filter where) {
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
