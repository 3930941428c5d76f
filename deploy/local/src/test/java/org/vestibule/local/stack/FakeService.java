package org.vestibule.local.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Stands for every service: reads its configuration, is healthy, and makes tenants. */
public final class FakeService {
  private static final String TENANT =
      """
      {"customerId":"3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10","applicationId":"app%s",
       "application":"demo","domains":["localhost"],"flow":"standard","flowVersion":"v1",
       "locale":"en-US","clients":{"login_client":{"client_id":"login","client_secret":"s1"},
       "owner":{"client_id":"owner","client_secret":"s2"},
       "access_issuer":{"client_id":"issuer","client_secret":"s5"},
       "direct_access":{"client_id":"direct","client_secret":"s4"}},
       "oidc":{"config_client":{"client_id":"c","client_secret":"s3"}},"entityType":"user"}
      """;

  private FakeService() {}

  public static void main(String[] arguments) throws IOException {
    Properties properties = new Properties();
    try (InputStream file = Files.newInputStream(Path.of("config/application.properties"))) {
      properties.load(file);
    }
    if (Files.exists(Path.of("../../refuse-to-start"))) {
      System.out.println("this service does not want to start");
      System.exit(1);
    }
    listen(properties.getProperty("quarkus.management.port"));
    listen(properties.getProperty("quarkus.http.port"));
    System.out.println("listening as " + properties.getProperty("vestibule.database.user"));
  }

  private static void listen(String port) throws IOException {
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", Integer.parseInt(port));
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", FakeService::answer);
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean isTenant = path.equals("/internal/tenants");
    String body = isTenant ? TENANT.formatted(exchange.hashCode()) : "{\"path\":\"" + path + "\"}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean isAuthorized = exchange.getRequestHeaders().containsKey("Authorization");
    exchange.sendResponseHeaders(isTenant && isAuthorized ? 201 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
