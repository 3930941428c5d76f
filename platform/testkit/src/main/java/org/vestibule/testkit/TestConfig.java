package org.vestibule.testkit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.testkit.service.ServiceToken;
import org.vestibule.testkit.service.StackSecrets;
import org.vestibule.testkit.service.StackSettings;

/** The configuration that a service needs in a test, as its launcher would write it. */
public final class TestConfig {
  // Nobody listens there: a test that needs a neighbour names the address of its own stub.
  private static final String NOBODY = "127.0.0.1:1";

  private TestConfig() {}

  /** A fresh database, the shared broker, random ports, and keys for everything. */
  public static Map<String, String> serviceConfig(String service) {
    return settings(service, KafkaForTests.bootstrap());
  }

  /** As {@link #serviceConfig} with a broker that cannot be reached, which starts sooner. */
  public static Map<String, String> serviceConfigWithoutKafka(String service) {
    return settings(service, NOBODY);
  }

  /** A token with which the caller may call internal endpoints of the callee. */
  public static String token(String caller, String callee) {
    return new ServiceToken(caller, secrets().privateKey(caller), Clock.systemUTC()).to(callee);
  }

  /** The keys and passwords of this test run. */
  public static StackSecrets secrets() {
    return StackSecrets.parse(SharedValues.once("secrets", TestConfig::newSecrets));
  }

  private static String newSecrets() {
    return StackSecrets.generate().text();
  }

  private static Map<String, String> settings(String service, String kafka) {
    TestDatabase database = PostgresForTests.emptyDatabase(service);
    Map<String, List<String>> services = new LinkedHashMap<>();
    StackSecrets.SERVICES.forEach(name -> services.put(name, List.of("http://" + NOBODY)));
    StackSettings stack = new StackSettings(database.url(), kafka, 1, null, services, secrets());
    Map<String, String> settings = new LinkedHashMap<>(stack.of(service));
    settings.put("quarkus.http.test-port", "0");
    settings.put("quarkus.management.test-port", "0");
    // A test waits for its one event: there are no others to publish together with it.
    settings.put("vestibule.outbox.linger", "10ms");
    return settings;
  }
}
