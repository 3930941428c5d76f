package org.vestibule.platform.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;

/**
 * Calls {@code /internal} of one other service: JSON in and out, a service token, the context of
 * the edge request, time limits, a breaker. Answers of status 500 and above fail, except "busy".
 */
public final class InternalClient {
  private final String service;
  private final HttpClient http;
  private final Targets targets;
  private final Supplier<String> token;
  private final Duration readTimeout;
  private final TypedGuard<Uni<InternalResponse>> guard;

  InternalClient(
      String service,
      HttpClient http,
      Targets targets,
      Supplier<String> token,
      Duration readTimeout,
      TypedGuard<Uni<InternalResponse>> guard) {
    this.service = service;
    this.http = http;
    this.targets = targets;
    this.token = token;
    this.readTimeout = readTimeout;
    this.guard = guard;
  }

  /** Reads. */
  public Uni<InternalResponse> get(String path, CallContext context) {
    return call(new InternalCall(HttpMethod.GET, path, null, context, null, readTimeout));
  }

  /** Writes or asks with a body. */
  public Uni<InternalResponse> post(String path, JsonNode body, CallContext context) {
    return call(new InternalCall(HttpMethod.POST, path, body, context, null, readTimeout));
  }

  /** Writes under a key by which a repetition gets the first result. */
  public Uni<InternalResponse> post(
      String path, JsonNode body, CallContext context, String idempotencyKey) {
    return call(
        new InternalCall(HttpMethod.POST, path, body, context, idempotencyKey, readTimeout));
  }

  /** Writes under a key with a time limit of its own. */
  public Uni<InternalResponse> post(
      String path, JsonNode body, CallContext context, String idempotencyKey, Duration limit) {
    return call(new InternalCall(HttpMethod.POST, path, body, context, idempotencyKey, limit));
  }

  private Uni<InternalResponse> call(InternalCall call) {
    return Uni.createFrom()
        .deferred(() -> guard.get(() -> once(call)))
        .onFailure(CircuitBreakerOpenException.class)
        .transform(open -> new InternalCallException(describe(call), open));
  }

  private Uni<InternalResponse> once(InternalCall call) {
    return Uni.createFrom()
        .completionStage(() -> send(call).toCompletionStage())
        .onFailure()
        .transform(
            failure -> new InternalCallException(describe(call), failure, mayRepeat(call, failure)))
        .chain(response -> accept(call, response));
  }

  private static boolean mayRepeat(InternalCall call, Throwable failure) {
    return failure instanceof ConnectException
        || call.method() == HttpMethod.GET && failure instanceof TimeoutException;
  }

  private Future<InternalResponse> send(InternalCall call) {
    RequestOptions options =
        targets
            .next()
            .setMethod(call.method())
            .setURI(call.path())
            .setTimeout(call.limit().toMillis());
    // Inside one step: from a thread that is no event loop a second step may come after the end of
    // the answer, whose body is lost then.
    return http.request(options)
        .compose(request -> write(request, call).compose(InternalClient::read))
        .timeout(call.limit().toMillis() + 500, TimeUnit.MILLISECONDS);
  }

  private Future<HttpClientResponse> write(HttpClientRequest request, InternalCall call) {
    request
        .putHeader("Authorization", "Bearer " + token.get())
        .putHeader(CallContext.HEADER, call.context().encode());
    if (call.idempotencyKey() != null) {
      request.putHeader("Idempotency-Key", call.idempotencyKey());
    }
    return call.body() == null
        ? request.send()
        : request
            .putHeader("Content-Type", "application/json")
            .send(Buffer.buffer(Json.bytes(call.body())));
  }

  private static Future<InternalResponse> read(HttpClientResponse response) {
    return response
        .body()
        .map(
            body ->
                new InternalResponse(
                    response.statusCode(),
                    body.length() == 0 ? Json.object() : Json.parse(body.getBytes())));
  }

  private Uni<InternalResponse> accept(InternalCall call, InternalResponse response) {
    return response.status() < 500 || response.isBusy()
        ? Uni.createFrom().item(response)
        : Uni.createFrom().failure(new InternalCallException(describe(call), response.status()));
  }

  private String describe(InternalCall call) {
    return call.method() + " " + service + call.path();
  }
}
