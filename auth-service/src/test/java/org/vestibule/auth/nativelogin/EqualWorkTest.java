package org.vestibule.auth.nativelogin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.auth.stub.Neighbours;

/** A refused sign-in does the same work whether the address is known or not. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class EqualWorkTest {
  private static final String ATTEMPTS =
      "SELECT coalesce(sum(cardinality(times)), 0) FROM attempt WHERE application_id = 'app-b'";
  private static final String EVENTS =
      "SELECT count(*) FROM outbox WHERE type = 'login-failed' AND payload::json ->> 'applicationId' = 'app-b'";

  @Inject Pool pool;

  @Test
  void refusal_whenKnownOrUnknown_thenSameCallsAttemptsAndEvents() {
    Work known = refuse("known@example.com");
    Work unknown = refuse("stranger-3@example.com");

    assertThat(known).isEqualTo(unknown).isEqualTo(new Work(1, 2, 1));
  }

  private Work refuse(String address) {
    long attempts = number(ATTEMPTS);
    long events = number(EVENTS);
    Neighbours.forget();
    NativeApi.signIn(address)
        .with("client_id", "login-b")
        .with("currentPassword", "no")
        .at("b.example.com")
        .isRefused(NativeLoginResourceTest.REFUSED);
    int checks = Neighbours.calls("/credentials/check").size();
    return new Work(checks, number(ATTEMPTS) - attempts, number(EVENTS) - events);
  }

  private long number(String sql) {
    return pool.query(sql)
        .execute()
        .await()
        .atMost(Duration.ofSeconds(5))
        .iterator()
        .next()
        .getLong(0);
  }

  private record Work(int passwordChecks, long attempts, long events) {}
}
