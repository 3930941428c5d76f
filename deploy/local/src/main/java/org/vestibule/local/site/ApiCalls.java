package org.vestibule.local.site;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts forms to the public API, as the server of a web site would. */
final class ApiCalls {
  private static final long LIMIT_MILLISECONDS = 15_000;

  private final HttpClient client;

  ApiCalls(Vertx vertx) {
    this.client = vertx.createHttpClient();
  }

  Future<String> post(String url, Map<String, String> form) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url)
            .setTimeout(LIMIT_MILLISECONDS)
            .putHeader("Content-Type", "application/x-www-form-urlencoded");
    return client.request(options).compose(request -> send(request, encode(form)));
  }

  private static Future<String> send(HttpClientRequest request, String form) {
    return request
        .send(Buffer.buffer(form))
        .compose(response -> response.body())
        .map(body -> body.toString(StandardCharsets.UTF_8));
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
