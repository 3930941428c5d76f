package org.vestibule.bench.config;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** An administrator's program that works below one address, one call after the other. */
final class ConfigClient {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final String authorization;

  ConfigClient(String base, String clientId, String secret) {
    this(base, basic(clientId, secret));
  }

  private ConfigClient(String base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  private static String basic(String clientId, String secret) {
    byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  ConfigClient below(String path) {
    return new ConfigClient(base + path, authorization);
  }

  String get(String path) throws IOException, InterruptedException {
    return send("GET", path, "", 200);
  }

  void post(String path, String json) throws IOException, InterruptedException {
    send("POST", path, json, 201);
  }

  void put(String path, String json) throws IOException, InterruptedException {
    send("PUT", path, json, 204);
  }

  void patch(String path, String json) throws IOException, InterruptedException {
    send("PATCH", path, json, 204);
  }

  private String send(String method, String path, String body, int expected)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(LIMIT)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IOException(method + " " + path + " was answered " + answer.body());
    }
    return answer.body();
  }
}
