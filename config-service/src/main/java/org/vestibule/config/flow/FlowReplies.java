package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.vestibule.platform.offload.Offload;

/** Makes replies of flows; those of large flows beside the event loop, which they would hold up. */
@Singleton
class FlowReplies {
  /** Values that are written within a few milliseconds. */
  private static final int QUICK = 10_000;

  private final Offload offload;

  FlowReplies(Offload offload) {
    this.offload = offload;
  }

  <T> Uni<T> of(FlowHead head, Function<FlowHead, T> reply) {
    return head.document().weight() <= QUICK
        ? Uni.createFrom().item(() -> reply.apply(head))
        : offload.io(() -> reply.apply(head));
  }
}
