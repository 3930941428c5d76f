package org.vestibule.local.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A stream that fails, and says so once, when more bytes come than are allowed. */
final class CountedStream implements ReadStream<Buffer> {
  private final ReadStream<Buffer> source;
  private final long limit;
  private final Runnable onExcess;
  private long count;
  private boolean exceeded;
  private Handler<Throwable> exceptionHandler = failure -> {};

  CountedStream(ReadStream<Buffer> source, long limit, Runnable onExcess) {
    this.source = source;
    this.limit = limit;
    this.onExcess = onExcess;
  }

  @Override
  public ReadStream<Buffer> handler(Handler<Buffer> handler) {
    source.handler(handler == null ? null : buffer -> pass(buffer, handler));
    return this;
  }

  private void pass(Buffer buffer, Handler<Buffer> handler) {
    count += buffer.length();
    if (count <= limit) {
      handler.handle(buffer);
    } else if (!exceeded) {
      exceeded = true;
      onExcess.run();
      exceptionHandler.handle(new IllegalStateException("the body is above the limit"));
    }
  }

  @Override
  public ReadStream<Buffer> endHandler(Handler<Void> handler) {
    source.endHandler(handler == null ? null : end -> endUnlessExceeded(handler));
    return this;
  }

  private void endUnlessExceeded(Handler<Void> handler) {
    if (!exceeded) {
      handler.handle(null);
    }
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
    exceptionHandler = handler == null ? failure -> {} : handler;
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    source.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    source.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    source.fetch(amount);
    return this;
  }
}
