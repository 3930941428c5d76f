package org.vestibule.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The HTTP side of the client programs: everything in a form, the credentials too, JSON as text in
 * its fields, and another try when the server has too much to do.
 */
final class CaptureClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> TRY_AGAIN = Set.of(429, 500, 501, 502, 503, 504, 510);
  private static final int TRIES = 6;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final String clientId;
  private final String clientSecret;
  private int repeated;

  CaptureClient(String base, String clientId, String clientSecret) {
    this.base = base;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  /** How many calls had to be made again so far. */
  int repeated() {
    return repeated;
  }

  /** The reply of a call, ok or not, once the server has time for it. */
  JsonNode call(String operation, Map<String, String> parameters) {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    form.put("client_id", clientId);
    form.put("client_secret", clientSecret);
    for (int i = 1; ; i++) {
      HttpResponse<String> response = send(operation, form);
      if (!isBusy(response) || i == TRIES) {
        return parse(response.body());
      }
      repeated++;
      pause(i);
    }
  }

  /** The reply of a call that must succeed. */
  JsonNode require(String operation, Map<String, String> parameters) {
    JsonNode reply = call(operation, parameters);
    if (!reply.path("stat").asText().equals("ok")) {
      throw new IllegalStateException(operation + ": " + reply);
    }
    return reply;
  }

  private static boolean isBusy(HttpResponse<String> response) {
    return TRY_AGAIN.contains(response.statusCode())
        || TRY_AGAIN.contains(parse(response.body()).path("code").asInt());
  }

  private HttpResponse<String> send(String operation, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/" + operation))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException(operation, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(operation, interrupted);
    }
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(PAUSE.multipliedBy(1L << attempt).toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException malformed) {
      throw new IllegalStateException(text, malformed);
    }
  }
}
