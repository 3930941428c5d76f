package org.vestibule.local.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The answer of the registration domain to a path that it does not know. */
final class UnknownPath {
  private static final String BODY =
      "{\"code\":404,\"error\":\"invalid_api_method\","
          + "\"error_description\":\"This API endpoint does not exist\",\"stat\":\"error\"}";

  private UnknownPath() {}

  static void answer(HttpServerRequest request) {
    request.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(BODY);
  }
}
