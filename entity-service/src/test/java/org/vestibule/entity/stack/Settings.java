package org.vestibule.entity.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.vestibule.platform.json.Json;

/** Settings of the applications, as the stub of config-service tells them. */
public final class Settings {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Settings() {}

  /** Changes a setting and says so. */
  public static void set(TestApplication application, String name, String value) {
    ObjectNode body = Json.object().put("application", application.id());
    body.put("name", name).put("value", value);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(System.getProperty(Neighbours.URL) + "/stub/settings"))
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build();
    try {
      HTTP.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    Applications.changeSettings(application);
  }
}
