package org.vestibule.local.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/** Who the batches of a file are sent to, one time or, after an interruption, again. */
interface Receiver {
  /** What is known of a batch that was taken before. */
  record Taken(long checksum, int rejected, long lastLine, int stored) {}

  /** What becomes of a batch. */
  JsonNode send(Batch batch);

  /** Whether all batches were taken before. */
  default boolean wasFinished() {
    return false;
  }

  /** The last line of the batches from the first on that were taken before, 0 for none. */
  default long resumedBehind() {
    return 0;
  }

  /** What was taken before of a batch. */
  default Optional<Taken> taken(Batch batch) {
    return Optional.empty();
  }

  /** What was rejected of a batch that was taken before. */
  default JsonNode rejections(Batch batch) {
    return MissingNode.getInstance();
  }

  /** Ends a file of which all batches were sent. */
  default void finish(int batches) {}
}
