package org.vestibule.platform.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import org.vestibule.platform.http.CallContext;

/** One call to another service; body and key may be null. */
record InternalCall(
    HttpMethod method,
    String path,
    JsonNode body,
    CallContext context,
    String idempotencyKey,
    Duration limit) {}
