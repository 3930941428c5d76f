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

  @Override
  public Map<String, String> start() {
    stub = StubServer.start();
    Map<String, String> settings = new LinkedHashMap<>(TestConfig.serviceConfig("auth"));
    settings.put("vestibule.services.config", stub.url());
    settings.put("vestibule.services.entity", stub.url());
    settings.put("vestibule.auth.attempts.address-limit-per-minute", "100000");
    settings.put("test.stub", stub.url());
    return settings;
  }

  @Override
  public void stop() {
    stub.stop();
  }
}
