package org.vestibule.webhook;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.testkit.TestConfig;

/** The service on a fresh database and the real broker, with a stub of hostedlogin-service. */
public class WebhookServiceUnderTest implements QuarkusTestResourceLifecycleManager {
  private final HostedLoginStub hostedLogin = new HostedLoginStub();

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new LinkedHashMap<>(TestConfig.serviceConfig("webhook"));
    settings.put("vestibule.services.hostedlogin", hostedLogin.url());
    settings.put("vestibule.webhook.delivery.wait-factor", "0.01");
    settings.put("vestibule.webhook.delivery.poll", "50ms");
    return settings;
  }

  @Override
  public void stop() {
    hostedLogin.close();
  }
}
