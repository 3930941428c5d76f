package org.vestibule.entity.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.vestibule.platform.json.Json;

/** Stands for auth-service and config-service; tests give it tokens by HTTP. */
public final class Neighbours implements AutoCloseable {
  public static final String URL = "testkit.entity.neighbours";

  private final HttpServer server;
  private final Map<String, JsonNode> tokens = new ConcurrentHashMap<>();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final Map<String, Integer> revocations = new ConcurrentHashMap<>();
  private final CreationTokens creationTokens = new CreationTokens();
  private final SlowAnswers slow = new SlowAnswers();

  public Neighbours() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
      server.setExecutor(Executors.newFixedThreadPool(16));
      server.createContext("/", this::answer);
      server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      slow.delay(path);
      Optional<JsonNode> reply = reply(path, body.length == 0 ? Json.object() : Json.parse(body));
      byte[] bytes = Json.bytes(reply.orElseGet(() -> Json.object().put("errors", "Not found")));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.isPresent() ? 200 : 404, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Optional<JsonNode> reply(String path, JsonNode body) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (path.startsWith("/internal/clients/")) {
      return TestClient.byId(last).map(ConfigAnswers::client);
    }
    if (path.startsWith("/internal/domains/")) {
      return TestApplication.byHost(last).map(ConfigAnswers::domain);
    }
    if (path.startsWith("/internal/applications/")) {
      return TestApplication.byId(last).map(ConfigAnswers::application);
    }
    return path.contains("/creation-tokens/")
        ? Optional.of(creationTokens.answer(last, body))
        : Optional.ofNullable(auth(path, body));
  }

  private JsonNode auth(String path, JsonNode body) {
    return switch (path) {
      case "/internal/tokens/resolve" ->
          tokens.getOrDefault(body.path("sha256").asText(), Json.object().put("state", "unknown"));
      case "/internal/attempts" -> attempt(body);
      case "/internal/grants/revoke", "/internal/grants/revoke-others" -> revoked(body);
      case "/internal/grants/keep" -> kept(body);
      case "/stub/tokens" -> token(body);
      case "/stub/settings" -> ConfigAnswers.set(body);
      case "/stub/slow" -> slow.set(body);
      case "/stub/calls" -> slow.calls(body);
      case "/stub/revocations" ->
          Json.object().put("count", revocations.getOrDefault(body.path("uuid").asText(), 0));
      default -> null;
    };
  }

  /** Counted under the token, as revocations are under the record. */
  private JsonNode kept(JsonNode body) {
    revocations.merge(body.path("tokenSha256").asText(), 1, Integer::sum);
    return Json.object();
  }

  private JsonNode token(JsonNode body) {
    tokens.put(body.path("sha256").asText(), body.path("grant"));
    return Json.object();
  }

  private JsonNode attempt(JsonNode body) {
    int count = attempts.merge(body.path("recordUuid").asText(), 1, Integer::sum);
    ObjectNode answer = Json.object().put("admitted", count <= body.path("limit").asInt());
    return answer.put("retryAfterSeconds", 1);
  }

  private JsonNode revoked(JsonNode body) {
    revocations.merge(body.path("recordUuid").asText(), 1, Integer::sum);
    return Json.object().put("revoked", 1);
  }
}
