package org.vestibule.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.kafka.EventPublisher;
import org.vestibule.testkit.TestConfig;
import org.vestibule.webhook.Listener.Reply;

/** Tokens, keys and what receivers are sent stay out of the log and of rows that need them not. */
@QuarkusTest
@QuarkusTestResource(WebhookServiceUnderTest.class)
class SecretsTest {
  private static final Logger ROOT = Logger.getLogger("");

  @Inject EventFactory events;
  @Inject EventPublisher publisher;

  private final StringBuffer log = new StringBuffer();
  private final Handler handler = new Collecting();
  private final Level before = Logger.getLogger("org.vestibule").getLevel();

  @BeforeEach
  void listen() {
    Logger.getLogger("org.vestibule").setLevel(Level.ALL);
    ROOT.addHandler(handler);
  }

  @AfterEach
  void stop() {
    ROOT.removeHandler(handler);
    Logger.getLogger("org.vestibule").setLevel(before);
  }

  @Test
  void everyWayThroughTheService_leavesNoSecretBehind() {
    UUID customer = UUID.randomUUID();
    String token = HostedLogin.token(customer, "*:webhooks/**");
    Api api = Api.with(customer, token);
    Listener listener = Listener.answering(500);
    String id = api.subscribe(listener.url("/hook?key=secret-of-the-receiver"));
    api.create("{").then().statusCode(400);
    Api.with(UUID.randomUUID(), token).list("").then().statusCode(403);
    api.patch(id, "{\"endpoint\":\"https://user:password-in-url@127.0.0.1/\"}")
        .then()
        .statusCode(400);
    RecordRef record = new RecordRef(customer, "app1", "id.example.com", "user", UUID.randomUUID());
    publisher
        .sendAll(
            List.of(events.ofRecord("user-created", record, List.of(), CallContext.platform("c"))))
        .await()
        .atMost(Duration.ofSeconds(30));
    String sent = listener.await(1).get(0).body();
    listener.answer(it -> new Reply(200, java.util.Map.of("Set-Cookie", "receivers-session"), 0));
    Stored.awaitRows(
        1, "SELECT 1 FROM delivery WHERE customer_id = ? AND state = 'success'", customer);
    listener.close();
    assertThat(log).isNotEmpty();
    assertThat(log.toString())
        .doesNotContain(token, sent, "secret-of-the-receiver", "password-in-url", "PRIVATE")
        .doesNotContain(TestConfig.secrets().databasePassword("webhook"));
    assertThat(
            Stored.column(
                "SELECT audit_record::text FROM audit_record WHERE customer_id = ?", customer))
        .hasSize(1)
        .allMatch(it -> !it.contains(token) && !it.contains("secret-of-the-receiver"));
    assertThat(Stored.column("SELECT delivery::text FROM delivery WHERE customer_id = ?", customer))
        .allMatch(it -> !it.contains("receivers-session") && !it.contains(sent));
  }

  /** Keeps formatted lines. */
  private final class Collecting extends Handler {
    Collecting() {
      setFormatter(new PatternFormatter("%p %c %s%e%n"));
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
      log.append(getFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
