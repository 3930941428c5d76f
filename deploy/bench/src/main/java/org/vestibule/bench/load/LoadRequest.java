package org.vestibule.bench.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.vestibule.local.host.LocalHttp;

/** One request of a load; an empty text stands for no body and for no credentials. */
public record LoadRequest(String method, String path, String authorization, String body) {
  /** Stands in a body for a number that no other request of the load has. */
  public static final String NUMBER = "-number-";

  public static LoadRequest get(String path) {
    return new LoadRequest("GET", path, "", "");
  }

  public static LoadRequest form(String path, Map<String, String> fields) {
    return new LoadRequest("POST", path, "", LocalHttp.encode(fields));
  }

  public static LoadRequest json(String path, JsonObject content) {
    return new LoadRequest("POST", path, "", content.encode());
  }

  /** The same by whoever holds a token. */
  public LoadRequest bearing(String token) {
    return new LoadRequest(method, path, "Bearer " + token, body);
  }

  /** The same as a client that tells its secret. */
  public LoadRequest as(String clientId, String secret) {
    byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
    String basic = "Basic " + Base64.getEncoder().encodeToString(pair);
    return new LoadRequest(method, path, basic, body);
  }

  boolean isNumbered() {
    return body.contains(NUMBER);
  }

  LoadRequest numbered(long number) {
    String content = body.replace(NUMBER, Long.toString(number));
    return new LoadRequest(method, path, authorization, content);
  }

  RequestOptions options() {
    RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(method));
    options.setURI(path);
    if (!authorization.isEmpty()) {
      options.putHeader("Authorization", authorization);
    }
    if (!body.isEmpty()) {
      options.putHeader("Content-Type", contentType());
    }
    return options;
  }

  private String contentType() {
    return body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
  }

  Buffer content() {
    return Buffer.buffer(body);
  }
}
