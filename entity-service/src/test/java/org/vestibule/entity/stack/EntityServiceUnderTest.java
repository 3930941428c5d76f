package org.vestibule.entity.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.vestibule.testkit.TestConfig;

/** The service with a real database and broker; its neighbours are a stub. */
public class EntityServiceUnderTest implements QuarkusTestResourceLifecycleManager {
  private Neighbours neighbours;

  @Override
  public Map<String, String> start() {
    neighbours = new Neighbours();
    Map<String, String> settings = TestConfig.serviceConfig("entity");
    settings.put("vestibule.services.auth", neighbours.url());
    settings.put("vestibule.services.config", neighbours.url());
    System.setProperty(Neighbours.URL, neighbours.url());
    return settings;
  }

  @Override
  public void stop() {
    neighbours.close();
  }
}
