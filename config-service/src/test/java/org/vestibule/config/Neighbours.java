package org.vestibule.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecureRandomSource;
import org.vestibule.testkit.TestConfig;

/** Stands for entity-service and hostedlogin-service: both say that every application is ready. */
public final class Neighbours implements AutoCloseable {
  public static final String OIDC_CLIENT = "5d2e7a10-8a52-4b7c-9a1d-5d0f5b2e7a10";
  public static final String OIDC_SECRET = "s3cret-of-the-configuration-client";
  private static final int STEPS_TO_TYPE = 6;
  private static final String ROW = "9be1c0de-0000-4000-8000-000000000001";

  private final HttpServer server;
  private final Set<String> lacking = ConcurrentHashMap.newKeySet();
  private volatile boolean ready = true;

  public Neighbours() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.createContext("/internal/", this::answer);
      server.createContext("/stub/", this::control);
      server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Tests live in another class loader, so they reach the stub by HTTP alone. */
  private void control(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/stub/lack/")) {
      lacking.add(path.substring("/stub/lack/".length()));
    } else {
      ready = path.equals("/stub/ready");
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String text = path.endsWith("/ready") ? readiness() : type(exchange, path);
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(text.equals(EntityTypesStub.NOTHING) ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String readiness() {
    return ready ? ready() : "{\"ready\":false,\"report\":{}}";
  }

  /** Every application has the types user and customer; some attributes may be taken from one. */
  private String type(HttpExchange exchange, String path) throws IOException {
    String[] steps = path.split("/");
    if (steps.length != STEPS_TO_TYPE || !Set.of("user", "customer").contains(steps[5])) {
      return EntityTypesStub.answer(exchange, path);
    }
    return TypeStub.of(steps[5], attribute -> lacking.contains(steps[3] + "/" + attribute));
  }

  private static String ready() {
    String sealed =
        Keyring.parse(TestConfig.secrets().keyring(), new SecureRandomSource())
            .seal("oidc_client_secret", "secret", ROW, OIDC_SECRET);
    return """
        {"ready":true,"report":{"configClient":
          {"clientId":"%s","rowId":"%s","sealedSecret":"%s"}}}
        """
        .formatted(OIDC_CLIENT, ROW, sealed);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
