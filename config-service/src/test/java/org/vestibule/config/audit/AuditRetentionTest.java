package org.vestibule.config.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Rows;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class AuditRetentionTest {
  private static final String LONG_AGO = "audit-retention-a";
  private static final String OTHER = "audit-retention-b";

  @Inject Rows rows;
  @Inject AuditRetention retention;

  @AfterEach
  void removeRecords() {
    rows.execute("DELETE FROM audit_record WHERE application_id IN ($1, $2)", LONG_AGO, OTHER);
  }

  @Test
  void work_takesOnlyWhatIsOlder_ofAllApplications() {
    insert(LONG_AGO, "731 days", 2);
    insert(LONG_AGO, "729 days", 3);
    insert(OTHER, "900 days", 1);
    insert(OTHER, "0 days", 1);

    assertThat(work()).isFalse();

    assertThat(rows.count("audit_record", LONG_AGO)).isEqualTo(3);
    assertThat(rows.count("audit_record", OTHER)).isEqualTo(1);
  }

  @Test
  void work_whenThereAreMoreThanOneBatch_thenSaysSo() {
    insert(LONG_AGO, "731 days", 1_001);

    assertThat(work()).isTrue();
    assertThat(rows.count("audit_record", LONG_AGO)).isEqualTo(1);
    assertThat(work()).isFalse();
    assertThat(rows.count("audit_record", LONG_AGO)).isZero();
  }

  private boolean work() {
    return retention.work().await().atMost(Duration.ofSeconds(10));
  }

  private void insert(String application, String age, int count) {
    rows.execute(
        "INSERT INTO audit_record (id, application_id, operation, object, created_at)"
            + " SELECT gen_random_uuid(), $1, 'x', 'y', now() - $2::text::interval"
            + " FROM generate_series(1, $3::int)",
        application,
        age,
        count);
  }
}
