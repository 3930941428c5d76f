package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/** A new key seals everything at rest, and nobody who holds a secret or a token notices. */
@Order(Integer.MAX_VALUE - 2)
class KeyRotationJourneyTest {
  private final Stack stack = Stack.shared();
  private final Tenant tenant = stack.demo();

  @Test
  void rotatedKey_sealsEverythingAnew_andSecretsAndTokensLiveOn() throws SQLException {
    assumeTrue(stack.processes().isPresent(), "only a stack that was started here has its keyring");
    String token = People.register(tenant, People.newEmail()).at("/access_token");
    String clients = clients().text();

    Map<String, Integer> sealed = stack.processes().get().rotateKeys();

    assertThat(sealed.get("config-service")).isPositive();
    assertThat(sealed.get("hostedlogin-service")).isPositive();
    assertThat(keysOf("config", "api_client_secret", "secret")).isEqualTo("{k2}");
    assertThat(keysOf("hostedlogin", "oidc_client_secret", "secret")).isEqualTo("{k2}");
    assertThat(keysOf("hostedlogin", "signing_key", "private_key")).isEqualTo("{k2}");
    assertThat(clients().text()).isEqualTo(clients);
    Reply own = Call.post(tenant, "/entity").form("access_token", token).send();
    assertThat(own.at("/stat")).as(own.text()).isEqualTo("ok");
  }

  private Reply clients() {
    Reply reply =
        Call.of("GET", tenant.baseUrl(), "/config/" + tenant.applicationId() + "/clients")
            .basic(tenant, "owner")
            .send();
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private String keysOf(String service, String table, String column) throws SQLException {
    String distinct =
        "SELECT array_agg(DISTINCT split_part(%s, '.', 2))::text FROM %s.%s WHERE %s IS NOT NULL";
    try (Connection connection = stack.database(service).orElseThrow();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(distinct.formatted(column, service, table, column))) {
      row.next();
      return row.getString(1);
    }
  }
}
