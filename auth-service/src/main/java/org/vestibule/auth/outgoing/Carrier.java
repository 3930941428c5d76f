package org.vestibule.auth.outgoing;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * Hands a message to whoever delivers it; fails with {@link Undeliverable} when another attempt is
 * of no use.
 */
@FunctionalInterface
public interface Carrier<T> {
  /** The id is the same at every attempt. */
  Uni<Void> deliver(UUID id, T content);
}
