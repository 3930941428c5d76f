package org.vestibule.hosted.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.hosted.client.OidcClientService;
import org.vestibule.hosted.client.SealedClient;
import org.vestibule.hosted.policy.PolicyService;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Makes Hosted Login's part of a new application, and of its customer when that is new too. */
@Singleton
class ProvisioningService {
  private final SessionTransactions transactions;
  private final ApplicationRepository applications;
  private final ConfigServiceClient config;
  private final CustomerCreation customers;
  private final PolicyService policies;
  private final OidcClientService clients;
  private final Clock clock;

  ProvisioningService(
      SessionTransactions transactions,
      ApplicationRepository applications,
      ConfigServiceClient config,
      CustomerCreation customers,
      PolicyService policies,
      OidcClientService clients,
      Clock clock) {
    this.transactions = transactions;
    this.applications = applications;
    this.config = config;
    this.customers = customers;
    this.policies = policies;
    this.clients = clients;
    this.clock = clock;
  }

  /** Makes what is missing; nothing when the application is known already. */
  Uni<Void> provision(Tx tx, NewApplication fresh) {
    return applications
        .find(tx, fresh.applicationId())
        .chain(known -> known.isPresent() ? Uni.createFrom().voidItem() : create(tx, fresh));
  }

  private Uni<Void> create(Tx tx, NewApplication fresh) {
    return config
        .source(fresh.applicationId(), fresh.correlationId())
        .call(source -> customers.createMissing(tx, fresh.customerId(), source.baseUrl()))
        .map(ConfigServiceClient.Source::store)
        .chain(it -> policies.insertLoginPolicy(tx, fresh.customerId(), it.domain(), it))
        .chain(policy -> insert(tx, fresh, policy));
  }

  private Uni<Void> insert(Tx tx, NewApplication fresh, UUID loginPolicyId) {
    return applications.insert(
        tx,
        Application.of(fresh.applicationId(), fresh.customerId(), loginPolicyId, clock.instant()));
  }

  /** The configuration client of the application's customer once everything is made, or empty. */
  Uni<Optional<SealedClient>> configurationClient(String applicationId) {
    return transactions.read(
        tx -> applications.find(tx, applicationId).chain(known -> configurationClient(tx, known)));
  }

  private Uni<Optional<SealedClient>> configurationClient(Tx tx, Optional<Application> known) {
    return known
        .map(it -> clients.configurationClient(tx, it.customerId))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }
}
