package org.vestibule.hosted;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecureRandomSource;
import org.vestibule.testkit.TestConfig;

/**
 * Stands for config-service: knows every application and its owner client. The id {@code app-of-X}
 * belongs to customer X and has the domain {@code X.example.com}; {@code local-app-of-X} has the
 * setting {@code capture_server_url} too.
 */
final class ConfigServiceStub implements AutoCloseable {
  static final String OWNER_SECRET = "secret-of-the-owner";
  private static final String ROW = "9be1c0de-0000-4000-8000-000000000002";

  private final HttpServer server;

  ConfigServiceStub() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.createContext("/internal/applications/", it -> answer(it, application(it)));
      server.createContext("/internal/domains/", it -> answer(it, domain(it)));
      server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(json.equals("{}") ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String application(HttpExchange exchange) {
    String[] path = exchange.getRequestURI().getPath().split("/");
    return path.length > 4 ? owners() : application(path[3]);
  }

  private static String owners() {
    return "[{\"id\":\"owner0\",\"secrets\":[{\"rowId\":\"%s\",\"sealed\":\"%s\"}]}]"
        .formatted(ROW, sealed());
  }

  private static String application(String id) {
    String domain =
        id.contains("app-of-")
            ? id.replaceFirst(".*app-of-", "") + ".example.com"
            : "shop.example.com";
    String settings =
        id.startsWith("local-") ? "{\"capture_server_url\":\"http://localhost:8080/\"}" : "{}";
    return "{\"id\":\"%1$s\",\"primaryDomain\":\"%2$s\",\"domains\":[\"%2$s\"],\"settings\":%3$s}"
        .formatted(id, domain, settings);
  }

  private static String domain(HttpExchange exchange) {
    String host = exchange.getRequestURI().getPath().split("/")[3];
    String customer = host.replace(".example.com", "");
    return customer.length() == 36
        ? "{\"applicationId\":\"app-of-%1$s\",\"customerId\":\"%1$s\"}".formatted(customer)
        : "{}";
  }

  private static String sealed() {
    return keyring().seal("api_client_secret", "secret", ROW, OWNER_SECRET);
  }

  static Keyring keyring() {
    return Keyring.parse(TestConfig.secrets().keyring(), new SecureRandomSource());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
