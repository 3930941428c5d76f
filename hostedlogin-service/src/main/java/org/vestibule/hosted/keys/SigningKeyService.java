package org.vestibule.hosted.keys;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.sql.Tx;

/** The keys that sign a customer's tokens and webhook events. */
@ApplicationScoped
public class SigningKeyService {
  private final SigningKeys keys;
  private final SigningKeyRepository repository;
  private final Offload offload;

  SigningKeyService(SigningKeys keys, SigningKeyRepository repository, Offload offload) {
    this.keys = keys;
    this.repository = repository;
    this.offload = offload;
  }

  /** Gives a new customer its keys. */
  public Uni<Void> insertInitial(Tx tx, UUID customerId) {
    return offload.io(() -> keys.initial(customerId)).chain(fresh -> repository.insert(tx, fresh));
  }
}
