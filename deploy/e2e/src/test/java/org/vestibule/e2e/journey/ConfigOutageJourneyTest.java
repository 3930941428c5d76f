package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.stack.StackOptions;
import org.vestibule.testkit.Waiting;

/** Sign-ins go on while config-service is away, though what is known of it is long out of date. */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class ConfigOutageJourneyTest {
  private static final Duration OUTAGE = Duration.ofSeconds(60);

  /** So many that nobody signs in more often than the limit of attempts allows. */
  private static final int PEOPLE = 40;

  private static final Map<String, String> SHORT_MEMORY =
      Map.of("vestibule.directory.time-to-live", "1s");

  @Test
  void signIns_goOnForAMinuteWithoutConfigService(@TempDir Path folder) throws Exception {
    StackOptions options =
        StackOptions.in(Stack.projectRoot(), folder)
            .withSettings(Service.AUTH, SHORT_MEMORY)
            .withSettings(Service.ENTITY, SHORT_MEMORY);
    try (LocalStack stack = LocalStack.start(options)) {
      JsonNode demo = new ObjectMapper().readTree(stack.demo().encode());
      signInThroughOutage(stack, new Tenant(demo));
    }
  }

  private static void signInThroughOutage(LocalStack stack, Tenant tenant) {
    List<String> people = Stream.generate(() -> registered(tenant)).limit(PEOPLE).toList();
    assertSignIn(tenant, people.get(0));
    stack.kill9("config-service");
    long end = System.nanoTime() + OUTAGE.toNanos();
    int signIns = 0;
    while (System.nanoTime() < end) {
      assertSignIn(tenant, people.get(signIns % PEOPLE));
      signIns++;
      Waiting.pause(500);
    }
    assertThat(signIns).isGreaterThan(30);
    assertThat(clients(tenant).status()).isGreaterThanOrEqualTo(500);
    stack.restart("config-service");
    assertSignIn(tenant, people.get(1));
    assertThat(clients(tenant).status()).isEqualTo(200);
  }

  private static String registered(Tenant tenant) {
    String email = People.newEmail();
    assertThat(People.register(tenant, email).at("/stat")).isEqualTo("ok");
    return email;
  }

  private static void assertSignIn(Tenant tenant, String email) {
    Reply reply = People.signIn(tenant, email, People.PASSWORD);
    assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
  }

  private static Reply clients(Tenant tenant) {
    return Call.of("GET", tenant.baseUrl(), "/config/" + tenant.applicationId() + "/clients")
        .basic(tenant, "owner")
        .send();
  }
}
