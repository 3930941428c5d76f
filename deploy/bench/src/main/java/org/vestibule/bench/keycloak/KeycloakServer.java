package org.vestibule.bench.keycloak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.local.host.LocalHttp;
import org.vestibule.testkit.process.ChildProcess;
import org.vestibule.testkit.process.Ports;
import org.vestibule.testkit.service.RandomText;

/**
 * A running Keycloak in production mode.
 *
 * @param pid that of the Java machine
 */
record KeycloakServer(int port, long pid, String adminPassword) {
  static final String ADMIN = "bench-admin";
  static final String HEAP = "-Xms64m -Xmx1g";

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  /** Builds and starts it on an empty database. */
  static KeycloakServer start(
      Children children, KeycloakDistribution distribution, KeycloakDatabase database)
      throws InterruptedException {
    int port = Ports.free();
    String password = RandomText.token();
    Map<String, String> variables = variables(database, port, password);
    Path home = distribution.home();
    children.complete(
        List.of(distribution.script(), "build"),
        home,
        KeycloakDistribution.log(home.getParent(), "build"),
        variables,
        BUILD_LIMIT);
    ChildProcess child =
        children.start(
            List.of(distribution.script(), "start", "--optimized"),
            home,
            KeycloakDistribution.log(home.getParent(), "server"),
            variables);
    child.await(START_LIMIT, "ready", () -> LocalHttp.status(url(port) + "/realms/master") == 200);
    return new KeycloakServer(port, javaOf(child), password);
  }

  String url() {
    return url(port);
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  // The script waits for the Java machine that it has started.
  private static long javaOf(ChildProcess script) {
    return script
        .process()
        .descendants()
        .map(ProcessHandle::pid)
        .findFirst()
        .orElseGet(script::pid);
  }

  private static Map<String, String> variables(
      KeycloakDatabase database, int port, String password) {
    Map<String, String> variables = new HashMap<>();
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("JAVA_OPTS_KC_HEAP", HEAP);
    variables.put("KC_DB", "postgres");
    variables.put("KC_DB_URL", database.server().jdbcUrl(KeycloakDatabase.NAME));
    variables.put("KC_DB_USERNAME", KeycloakDatabase.NAME);
    variables.put("KC_DB_PASSWORD", database.password());
    // One node needs no cluster; anything else would be work that we do not have.
    variables.put("KC_CACHE", "local");
    variables.put("KC_HTTP_ENABLED", "true");
    variables.put("KC_HTTP_HOST", "127.0.0.1");
    variables.put("KC_HTTP_PORT", Integer.toString(port));
    variables.put("KC_HOSTNAME_STRICT", "false");
    variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
    return variables;
  }
}
