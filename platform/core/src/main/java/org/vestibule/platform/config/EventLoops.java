package org.vestibule.platform.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * One event loop for two processors, unless {@code quarkus.vertx.event-loops-pool-size} is set:
 * every statement and internal call whose connection lives on another loop than its request costs
 * two hand-overs between threads, and hashing wants processors too.
 */
public final class EventLoops implements ConfigSource {
  private static final String KEY = "quarkus.vertx.event-loops-pool-size";

  /** Below every file, variable and property that an operator may use. */
  private static final int LOWEST = 50;

  private final Map<String, String> properties;

  /** For the processors of this machine. */
  public EventLoops() {
    this(Runtime.getRuntime().availableProcessors());
  }

  EventLoops(int processors) {
    properties = Map.of(KEY, Integer.toString(Math.max(1, processors / 2)));
  }

  @Override
  public int getOrdinal() {
    return LOWEST;
  }

  @Override
  public Map<String, String> getProperties() {
    return properties;
  }

  @Override
  public Set<String> getPropertyNames() {
    return properties.keySet();
  }

  @Override
  public String getValue(String name) {
    return properties.get(name);
  }

  @Override
  public String getName() {
    return "event loops of this machine";
  }
}
