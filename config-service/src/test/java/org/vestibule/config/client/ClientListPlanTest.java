package org.vestibule.config.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

/** Among a thousand applications nothing of one is found by reading those of the others. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class ClientListPlanTest {
  private static boolean made;
  @Inject Rows rows;
  private Tenant tenant;

  @BeforeEach
  void makeApplications() {
    tenant = Operator.newTenant();
    if (!made) {
      fill();
      made = true;
    }
  }

  private void fill() {
    rows.execute(
        "INSERT INTO application (id, customer_id, name, created_at)"
            + " SELECT substr(md5('plan' || i), 1, 26), $1::text::uuid, 'Plan ' || i, now()"
            + " FROM generate_series(1, 1000) i",
        tenant.customerId());
    rows.execute(
        "INSERT INTO registration_domain (host, application_id, position)"
            + " SELECT 'plan' || i || '.example.com', substr(md5('plan' || i), 1, 26), 0"
            + " FROM generate_series(1, 1000) i");
    rows.execute(
        "INSERT INTO api_client (id, application_id, name, features, ip_whitelist, created_at)"
            + " SELECT substr(md5('plan' || i || '/' || j) , 1, 32), substr(md5('plan' || i), 1, 26),"
            + " 'n' || j, '{}', '{0.0.0.0/0}', now()"
            + " FROM generate_series(1, 1000) i, generate_series(1, 5) j");
    rows.execute(
        "INSERT INTO client_setting (application_id, client_id, name, value)"
            + " SELECT application_id, id, 'site_name', '\"x\"' FROM api_client");
    rows.execute("ANALYZE");
  }

  @Test
  void listOfClients_usesAnIndex() {
    assertThat(plan("SELECT * FROM api_client WHERE application_id = '%s' ORDER BY position"))
        .contains("Index Scan")
        .doesNotContain("Seq Scan");
  }

  @Test
  void namesAndParts_useIndexes() {
    assertThat(plan("SELECT 1 FROM api_client WHERE application_id = '%s' AND name = 'x'"))
        .doesNotContain("Seq Scan");
    assertThat(plan("SELECT * FROM client_setting WHERE application_id = '%s'"))
        .doesNotContain("Seq Scan");
    assertThat(plan("SELECT * FROM client_setting WHERE client_id = '%s'"))
        .contains("client_setting_client_id_idx");
  }

  private String plan(String sql) {
    return String.join("\n", rows.lines("EXPLAIN " + sql.formatted(tenant.applicationId())));
  }
}
