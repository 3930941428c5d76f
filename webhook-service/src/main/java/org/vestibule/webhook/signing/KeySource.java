package org.vestibule.webhook.signing;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Where signing keys come from. */
@FunctionalInterface
public interface KeySource {
  /** The current key of a customer; fails when there is none or nobody can tell. */
  Uni<SigningKey> current(UUID customerId);
}
