package org.vestibule.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecureRandomSource;
import org.vestibule.testkit.TestConfig;

/**
 * Stands for hostedlogin-service: knows the tokens that tests tell it under {@code /test/tokens}
 * and signs for every customer with one key, which {@code /test/key} shows and changes.
 */
final class HostedLoginStub implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> grants = new ConcurrentHashMap<>();
  private final Keyring keyring =
      Keyring.parse(TestConfig.secrets().keyring(), new SecureRandomSource());
  private volatile KeyPair pair = newPair();
  private volatile String kid = "kid1";

  HostedLoginStub() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/internal/tokens/resolve", it -> answer(it, 200, resolve(body(it))));
    server.createContext("/internal/customers/", it -> answer(it, 200, signingKey(it)));
    server.createContext("/test/tokens/", this::learn);
    server.createContext("/test/key", this::key);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String resolve(String request) {
    String hash = request.replaceAll(".*\"sha256\":\"([0-9a-f]+)\".*", "$1");
    return grants.getOrDefault(hash, "{\"state\":\"unknown\"}");
  }

  private void learn(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    grants.put(path.substring(path.lastIndexOf('/') + 1), body(exchange));
    answer(exchange, 200, "{}");
  }

  /** The public key as X.509 in Base64; after a POST a new one. */
  private void key(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      pair = newPair();
      kid = body(exchange);
    }
    answer(exchange, 200, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
  }

  private String signingKey(HttpExchange exchange) {
    String customer = exchange.getRequestURI().getPath().split("/")[3];
    String row = UUID.randomUUID().toString();
    String plain = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    return """
        {"customerId":"%s","baseUrl":"https://id.example.com","kid":"%s","algorithm":"RS256",
         "rowId":"%s","sealedPrivateKey":"%s"}
        """
        .formatted(customer, kid, row, keyring.seal("signing_key", "private_key", row, plain));
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
