package org.vestibule.config.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vestibule.config.application.ApplicationService;
import org.vestibule.config.application.ApplicationView;
import org.vestibule.config.setting.SettingService;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Reads clients with all that another service needs to judge a call. */
@Singleton
class ClientViews {
  private final SessionTransactions transactions;
  private final ClientRepository clients;
  private final ApplicationService applications;
  private final SettingService settings;
  private final Clock clock;

  ClientViews(
      SessionTransactions transactions,
      ClientRepository clients,
      ApplicationService applications,
      SettingService settings,
      Clock clock) {
    this.transactions = transactions;
    this.clients = clients;
    this.applications = applications;
    this.settings = settings;
    this.clock = clock;
  }

  Uni<Optional<ClientView>> find(String clientId) {
    return transactions.read(
        tx -> clients.findAnywhere(tx, clientId).chain(client -> complete(tx, client)));
  }

  /** The clients of an application that have all the given features, oldest first. */
  Uni<List<ClientView>> list(String applicationId, List<String> features) {
    return transactions.read(
        tx ->
            clients
                .list(tx, applicationId)
                .chain(all -> complete(tx, all.stream().filter(it -> it.hasFeatures(features)))));
  }

  /** One after the other: a session does one thing at a time. */
  private Uni<List<ClientView>> complete(Tx tx, Stream<ApiClient> some) {
    return Multi.createFrom()
        .items(some)
        .onItem()
        .transformToUniAndConcatenate(it -> complete(tx, it))
        .collect()
        .asList();
  }

  private Uni<Optional<ClientView>> complete(Tx tx, Optional<ApiClient> client) {
    return client
        .map(it -> complete(tx, it).map(Optional::of))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<ClientView> complete(Tx tx, ApiClient client) {
    return clients
        .secrets(tx, client.applicationId, client.id)
        .chain(secrets -> withSettings(tx, client, secrets));
  }

  private Uni<ClientView> withSettings(Tx tx, ApiClient client, List<ApiClientSecret> secrets) {
    return settings
        .ofClient(tx, client.applicationId, client.id)
        .chain(
            own ->
                applications
                    .find(tx, client.applicationId)
                    .map(application -> view(client, secrets, own, application.orElseThrow())));
  }

  private ClientView view(
      ApiClient client, List<ApiClientSecret> secrets, ObjectNode own, ApplicationView of) {
    return new ClientView(
        client.id,
        client.applicationId,
        of.customerId(),
        client.name,
        List.of(client.features),
        List.of(client.ipWhitelist),
        live(secrets),
        own,
        of.settings());
  }

  private List<ClientView.Secret> live(List<ApiClientSecret> secrets) {
    Instant now = clock.instant();
    return secrets.stream()
        .filter(it -> it.isLive(now))
        .map(it -> new ClientView.Secret(it.id, it.secret, it.sha256, it.expiresAt))
        .toList();
  }
}
