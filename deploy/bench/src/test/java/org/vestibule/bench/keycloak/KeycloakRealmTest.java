package org.vestibule.bench.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.testkit.process.LoopbackServer;

/** What is asked of the administrative API, and what a wrong answer does. */
class KeycloakRealmTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private LoopbackServer server;
  private volatile int missing;

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.answering(this::answer);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = LoopbackServer.body(exchange);
    int status = 201;
    String reply = "";
    if (path.endsWith("/token")) {
      status = body.contains("password=right") ? 200 : 401;
      reply = "{\"access_token\":\"t\"}";
    } else if (path.endsWith("/partialImport")) {
      int users = new JsonObject(body).getJsonArray("users").size();
      asked.add(users + " users");
      status = 200;
      reply = "{\"added\":" + (users - missing) + "}";
    } else {
      asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    }
    LoopbackServer.reply(exchange, status, reply);
  }

  private KeycloakRealm realm(String password) {
    return new KeycloakRealm(new KeycloakServer(server.port(), 1, password));
  }

  @Test
  void realm_isMadeWithItsClientAndUsersInBatches() throws Exception {
    realm("right").create(120);
    assertThat(asked)
        .containsExactly(
            "/admin/realms Bearer t",
            "/admin/realms/bench/clients Bearer t",
            "50 users",
            "50 users",
            "20 users");
  }

  @Test
  void user_thatIsNotTaken_endsTheScenario() {
    missing = 1;
    assertThatThrownBy(() -> realm("right").create(5)).hasMessageContaining("all users");
  }

  @Test
  void administrator_whoIsRefused_endsTheScenario() {
    assertThatThrownBy(() -> realm("wrong").create(5)).hasMessageContaining("administrator");
  }

  @Test
  void signIns_areDirectGrantsOfTheConfidentialClient() {
    LoadRequest second = realm("right").signIns(2).get(1);
    assertThat(second.path()).isEqualTo("/realms/bench/protocol/openid-connect/token");
    assertThat(second.authorization()).startsWith("Basic c2hvcD");
    assertThat(second.body().split("&"))
        .containsExactlyInAnyOrder(
            "grant_type=password", "username=bench-1%40example.com", "password=correct-horse-9");
    assertThat(realm("right").clientToken().body()).isEqualTo("grant_type=client_credentials");
  }
}
