package org.vestibule.e2e.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes calls on to the stack, but refuses every third one as a server with too much to do. */
final class BusyGateway implements AutoCloseable {
  private static final String BUSY =
      "{\"stat\":\"error\",\"code\":510,\"error\":\"api_limit_error\",\"error_description\":\"busy\"}";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger calls = new AtomicInteger();
  private final HttpServer server;
  private final String target;

  BusyGateway(String target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 16);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      int number = calls.incrementAndGet();
      if (number % 6 == 3) {
        reply(exchange, 510, BUSY);
      } else if (number % 6 == 0) {
        reply(exchange, 429, "{}");
      } else {
        HttpResponse<String> response = passOn(exchange, body);
        reply(exchange, response.statusCode(), response.body());
      }
    }
  }

  private HttpResponse<String> passOn(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
            .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
