package org.vestibule.platform.outbound;

import io.netty.handler.codec.DecoderException;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.vestibule.platform.outbound.OutboundException.Reason;

/** One request and its response on one pinned address. */
final class Exchange {

  private final UniEmitter<? super OutboundResponse> emitter;
  private final byte[] body;
  private final BodyCollector collected;
  private volatile HttpClientRequest request;
  private volatile boolean isOver;

  Exchange(UniEmitter<? super OutboundResponse> emitter, byte[] body, int maxResponseBytes) {
    this.emitter = emitter;
    this.body = body;
    this.collected = new BodyCollector(maxResponseBytes);
  }

  void start(HttpClient client, RequestOptions options) {
    emitter.onTermination(this::abort);
    client.request(options).onSuccess(this::connected).onFailure(this::notConnected);
  }

  private void connected(HttpClientRequest opened) {
    request = opened;
    if (isOver) {
      opened.reset();
      return;
    }
    opened.exceptionHandler(this::broken);
    opened.response().onSuccess(this::answered).onFailure(this::broken);
    if (body == null) {
      opened.end();
    } else {
      opened.end(Buffer.buffer(body));
    }
  }

  private void answered(HttpClientResponse response) {
    response.exceptionHandler(this::broken);
    response.handler(chunk -> receive(response, chunk));
    response.endHandler(ignored -> finish(response, false));
  }

  private void receive(HttpClientResponse response, Buffer chunk) {
    if (!isOver && !collected.accept(chunk)) {
      finish(response, true);
      request.reset();
    }
  }

  private void finish(HttpClientResponse response, boolean isTruncated) {
    if (!isOver) {
      isOver = true;
      emitter.complete(
          new OutboundResponse(
              response.statusCode(), response.headers(), collected.bytes(), isTruncated));
    }
  }

  private void abort() {
    if (!isOver) {
      isOver = true;
      HttpClientRequest opened = request;
      if (opened != null) {
        opened.reset();
      }
    }
  }

  private void notConnected(Throwable failure) {
    if (failure instanceof SSLException) {
      fail(Reason.TLS, "TLS handshake failed");
    } else {
      fail(Reason.CONNECT, "cannot connect");
    }
  }

  private void broken(Throwable failure) {
    if (failure instanceof TimeoutException) {
      fail(Reason.TIMEOUT, "the other side stopped sending");
    } else if (failure.getCause() instanceof SSLException) {
      fail(Reason.TLS, "TLS failed after the handshake");
    } else if (failure instanceof DecoderException || failure instanceof IllegalArgumentException) {
      fail(Reason.PROTOCOL, "the answer is no HTTP");
    } else {
      fail(Reason.BROKEN, "the connection broke before the answer was complete");
    }
  }

  private void fail(Reason reason, String text) {
    if (!isOver) {
      isOver = true;
      emitter.fail(new OutboundException(reason, text));
    }
  }
}
