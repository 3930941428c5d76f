package org.vestibule.webhook;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.vestibule.testkit.TestConfig;

/** The service on a fresh database and the real broker. */
public class WebhookServiceUnderTest implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return TestConfig.serviceConfig("webhook");
  }

  @Override
  public void stop() {}
}
