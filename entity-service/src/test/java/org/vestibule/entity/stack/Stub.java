package org.vestibule.entity.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.vestibule.platform.json.Json;

/** Tells the stub of the neighbours what to answer. */
public final class Stub {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Stub() {}

  /** Makes the next answers to a path late. */
  public static void delay(String path, int times) {
    post("/stub/slow", Json.object().put("path", path).put("times", times));
  }

  /** How often a delayed path was asked. */
  public static int calls(String path) {
    return post("/stub/calls", Json.object().put("path", path)).path("count").asInt();
  }

  static JsonNode post(String path, JsonNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(System.getProperty(Neighbours.URL) + path))
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build();
    try {
      return Json.parse(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
