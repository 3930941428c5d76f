package org.vestibule.platform.capture;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.http.EdgeRequest;

/** Requests for tests. */
public final class TestRequests {
  private TestRequests() {}

  public static EdgeRequest form(String path, String body) {
    return request("POST", path, "", "application/x-www-form-urlencoded", body);
  }

  public static EdgeRequest request(
      String method, String path, String query, String contentType, String body) {
    return new EdgeRequest(
        method,
        path,
        "shop.example.com",
        MultiMap.caseInsensitiveMultiMap().add("Content-Type", contentType),
        query,
        body.getBytes(StandardCharsets.UTF_8),
        "203.0.113.9",
        "k7m2p9x4c6v8b3n5",
        CallContext.platform("k7m2p9x4c6v8b3n5"));
  }

  public static EdgeRequest withHeader(EdgeRequest request, String name, String value) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
    headers.set(name, value);
    return new EdgeRequest(
        request.method(),
        request.path(),
        request.host(),
        headers,
        request.query(),
        request.body(),
        request.address(),
        request.requestId(),
        request.context());
  }
}
