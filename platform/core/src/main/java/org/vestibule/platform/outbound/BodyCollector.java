package org.vestibule.platform.outbound;

import io.vertx.core.buffer.Buffer;

/** Keeps the first bytes of a body and notices when there are more than wanted. */
final class BodyCollector {

  private final Buffer kept = Buffer.buffer();
  private final int limit;

  BodyCollector(int limit) {
    this.limit = limit;
  }

  /** False as soon as the limit is passed. */
  boolean accept(Buffer chunk) {
    int room = limit - kept.length();
    kept.appendBuffer(chunk, 0, Math.min(room, chunk.length()));
    return chunk.length() <= room;
  }

  byte[] bytes() {
    return kept.getBytes();
  }
}
