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

/** Stands for config-service: knows every application and its owner client. */
final class ConfigServiceStub implements AutoCloseable {
  static final String OWNER_SECRET = "secret-of-the-owner";
  private static final String ROW = "9be1c0de-0000-4000-8000-000000000002";

  private final HttpServer server;

  ConfigServiceStub() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.createContext("/internal/applications/", ConfigServiceStub::answer);
      server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    byte[] body = body(path[3], path.length > 4).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String body(String application, boolean clients) {
    return clients
        ? "[{\"id\":\"owner0\",\"secrets\":[{\"rowId\":\"%s\",\"sealed\":\"%s\"}]}]"
            .formatted(ROW, sealed())
        : "{\"id\":\"%s\",\"primaryDomain\":\"shop.example.com\",\"settings\":{}}"
            .formatted(application);
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
