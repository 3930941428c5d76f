package org.vestibule.hosted;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.testkit.TestConfig;

/** The service on a fresh database and the real broker, with a stub of config-service. */
public class HostedLoginUnderTest implements QuarkusTestResourceLifecycleManager {
  private final ConfigServiceStub config = new ConfigServiceStub();

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new LinkedHashMap<>(TestConfig.serviceConfig("hostedlogin"));
    settings.put("vestibule.services.config", config.url());
    return settings;
  }

  @Override
  public void stop() {
    config.close();
  }
}
