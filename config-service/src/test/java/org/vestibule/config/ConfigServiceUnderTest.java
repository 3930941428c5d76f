package org.vestibule.config;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.testkit.TestConfig;

/** The service on a fresh database, on the real broker, with neighbours that are ready. */
public class ConfigServiceUnderTest implements QuarkusTestResourceLifecycleManager {
  private final Neighbours neighbours = new Neighbours();

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new LinkedHashMap<>(TestConfig.serviceConfig("config"));
    settings.put("vestibule.services.entity", neighbours.url());
    settings.put("vestibule.services.hostedlogin", neighbours.url());
    settings.put("vestibule.tenants.ready-limit", "5s");
    settings.put("vestibule.cors.origins", "https://explorer.example.com");
    return settings;
  }

  @Override
  public void stop() {
    neighbours.close();
  }
}
