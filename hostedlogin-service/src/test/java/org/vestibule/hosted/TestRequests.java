package org.vestibule.hosted;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.http.EdgeRequest;

/** Token requests for tests of single classes. */
public final class TestRequests {
  private TestRequests() {}

  public static EdgeRequest form(String body) {
    return of("application/x-www-form-urlencoded", body);
  }

  public static EdgeRequest of(String contentType, String body) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    if (contentType != null) {
      headers.add("Content-Type", contentType);
    }
    return new EdgeRequest(
        "POST",
        "/11111111-1111-4111-8111-111111111111/login/token",
        "shop.example.com",
        headers,
        "",
        body.getBytes(StandardCharsets.UTF_8),
        "203.0.113.9",
        "k7m2p9x4c6v8b3n5",
        CallContext.platform("k7m2p9x4c6v8b3n5"));
  }

  public static EdgeRequest with(EdgeRequest request, String header, String value) {
    request.headers().add(header, value);
    return request;
  }
}
