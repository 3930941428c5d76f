package org.vestibule.hosted.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.vestibule.hosted.client.OidcClientService;
import org.vestibule.hosted.customer.CustomerService;
import org.vestibule.hosted.keys.SigningKeyService;
import org.vestibule.hosted.policy.PolicyService;
import org.vestibule.platform.sql.Tx;

/** Makes what a customer has once, whatever the number of its applications. */
@Singleton
class CustomerCreation {
  private final CustomerService customers;
  private final SigningKeyService keys;
  private final PolicyService policies;
  private final OidcClientService clients;

  CustomerCreation(
      CustomerService customers,
      SigningKeyService keys,
      PolicyService policies,
      OidcClientService clients) {
    this.customers = customers;
    this.keys = keys;
    this.policies = policies;
    this.clients = clients;
  }

  /** Does nothing when the customer is known; of several transactions at once one does it. */
  Uni<Void> createMissing(Tx tx, UUID customerId, String baseUrl) {
    return customers
        .claim(tx, customerId, baseUrl)
        .chain(isNew -> isNew ? create(tx, customerId) : Uni.createFrom().voidItem());
  }

  private Uni<Void> create(Tx tx, UUID customerId) {
    return keys.insertInitial(tx, customerId)
        .chain(() -> policies.insertInitial(tx, customerId))
        .chain(policy -> clients.insertConfigurationClient(tx, customerId, policy));
  }
}
