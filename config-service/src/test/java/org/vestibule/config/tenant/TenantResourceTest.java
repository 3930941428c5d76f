package org.vestibule.config.tenant;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Neighbours;
import org.vestibule.config.Operator;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class TenantResourceTest {

  @Test
  void create_whenEverythingIsReady_thenReturnsIdsAndSecrets() {
    Operator.create(
            """
            {"customer":"Example Ltd","application":"Example Shop",
             "domains":["Id.Example.COM","login.example.com"],
             "settings":{"login_attempts":"9","verify_email_url":"https://example.com/verify"}}
            """)
        .statusCode(201)
        .body("customerId", matchesPattern("[0-9a-f-]{36}"))
        .body("applicationId", matchesPattern("[a-z0-9]{26}"))
        .body("application", equalTo("Example Shop"))
        .body("domains", equalTo(java.util.List.of("id.example.com", "login.example.com")))
        .body("flow", equalTo("standard"))
        .body("flowVersion", matchesPattern("\\d{20}"))
        .body("locale", equalTo("en-US"))
        .body("entityType", equalTo("user"))
        .body("clients.keySet()", hasSize(5))
        .body("clients.owner.client_id", matchesPattern("[a-z0-9]{32}"))
        .body("clients.login_client.client_secret", matchesPattern("[a-z0-9]{32}"))
        .body("oidc.config_client.client_id", equalTo(Neighbours.OIDC_CLIENT))
        .body("oidc.config_client.client_secret", equalTo(Neighbours.OIDC_SECRET));
  }
}
