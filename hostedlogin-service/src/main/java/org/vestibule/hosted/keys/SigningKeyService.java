package org.vestibule.hosted.keys;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.hosted.customer.CustomerService;
import org.vestibule.hosted.customer.CustomerView;
import org.vestibule.hosted.wire.HostedProblem;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** The keys that sign a customer's tokens and webhook events. */
@Singleton
public class SigningKeyService {
  private final SigningKeys keys;
  private final SigningKeyRepository repository;
  private final PublishedKeys published;
  private final CustomerService customers;
  private final SessionTransactions transactions;
  private final Offload offload;

  SigningKeyService(
      SigningKeys keys,
      SigningKeyRepository repository,
      PublishedKeys published,
      CustomerService customers,
      SessionTransactions transactions,
      Offload offload) {
    this.keys = keys;
    this.repository = repository;
    this.published = published;
    this.customers = customers;
    this.transactions = transactions;
    this.offload = offload;
  }

  /** Gives a new customer its keys. */
  public Uni<Void> insertInitial(Tx tx, UUID customerId) {
    tx.afterCommit(() -> published.drop(customerId));
    return offload.io(() -> keys.initial(customerId)).chain(fresh -> repository.insert(tx, fresh));
  }

  /** The public keys of a customer by the id in a path, or the problem 404. */
  Uni<byte[]> publicKeys(String customerId) {
    return customers
        .require(customerId)
        .chain(customer -> published.of(customer.id()))
        .map(set -> set.orElseThrow(HostedProblem::notFound));
  }

  /** The RS256 key with which a customer signs now. */
  Uni<Optional<SealedSigningKey>> current(String customerId) {
    return customers
        .find(customerId)
        .chain(
            found ->
                found.map(this::current).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Optional<SealedSigningKey>> current(CustomerView customer) {
    return transactions
        .read(tx -> repository.current(tx, customer.id(), KeyAlgorithm.RS256))
        .map(found -> found.map(key -> sealed(customer, key)));
  }

  private static SealedSigningKey sealed(CustomerView customer, SigningKey key) {
    return new SealedSigningKey(
        customer.id(), customer.baseUrl(), key.kid, key.algorithm, key.id, key.privateKey);
  }
}
