package org.vestibule.entity.stack;

import java.util.Arrays;
import java.util.Optional;

/** Two applications of two customers, each with a host of its own. */
public enum TestApplication {
  FIRST("app-first", "localhost", "11111111-1111-4111-8111-111111111111", true),
  SECOND("app-second", "127.0.0.1", "22222222-2222-4222-8222-222222222222", false);

  private final String id;
  private final String host;
  private final String customerId;
  private final boolean exposesHashes;

  TestApplication(String id, String host, String customerId, boolean exposesHashes) {
    this.id = id;
    this.host = host;
    this.customerId = customerId;
    this.exposesHashes = exposesHashes;
  }

  public String id() {
    return id;
  }

  public String host() {
    return host;
  }

  public String customerId() {
    return customerId;
  }

  /** Whether the application lets owners read password hashes. */
  public boolean exposesHashes() {
    return exposesHashes;
  }

  public TestClient client(String feature) {
    return new TestClient(this, feature);
  }

  static Optional<TestApplication> byId(String id) {
    return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
  }

  static Optional<TestApplication> byHost(String host) {
    return Arrays.stream(values()).filter(it -> it.host.equals(host)).findFirst();
  }
}
