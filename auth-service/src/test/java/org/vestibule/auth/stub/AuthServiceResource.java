package org.vestibule.auth.stub;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.testkit.TestConfig;

/**
 * The surroundings of auth-service in tests: real PostgreSQL and Kafka, stubs for its neighbours.
 */
public final class AuthServiceResource implements QuarkusTestResourceLifecycleManager {
  private StubServer stub;
  private TestMailbox mailbox;

  @Override
  public Map<String, String> start() {
    mailbox = TestMailbox.start();
    stub = StubServer.start(mailbox);
    Map<String, String> settings = new LinkedHashMap<>(TestConfig.serviceConfig("auth"));
    settings.put("vestibule.services.config", stub.url());
    settings.put("vestibule.services.entity", stub.url());
    settings.put("vestibule.auth.attempts.address-limit-per-minute", "100000");
    settings.put("quarkus.mailer.mock", "false");
    settings.put("quarkus.mailer.host", "127.0.0.1");
    settings.put("quarkus.mailer.port", Integer.toString(mailbox.port()));
    settings.put("vestibule.auth.mail.first-retry", "200ms");
    settings.put("vestibule.auth.sms.url", stub.url() + "/sms/messages");
    settings.put("vestibule.auth.sms.from", "Shop");
    settings.put("vestibule.auth.sms.user", "account");
    settings.put("vestibule.auth.sms.password", "gateway-secret");
    settings.put("test.stub", stub.url());
    return settings;
  }

  @Override
  public void stop() {
    stub.stop();
    mailbox.stop();
  }
}
