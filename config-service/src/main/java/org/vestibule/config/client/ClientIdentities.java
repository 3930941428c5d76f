package org.vestibule.config.client;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vestibule.config.application.DomainView;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/**
 * Clients as calls of the registration domain are judged by; read from the tables, not a cache, so
 * that a reset secret is refused at once.
 */
@Singleton
public class ClientIdentities {
  private final SessionTransactions transactions;
  private final ClientRepository clients;

  ClientIdentities(SessionTransactions transactions, ClientRepository clients) {
    this.transactions = transactions;
    this.clients = clients;
  }

  /** The client of the application, with its secrets but without settings; or empty. */
  public Uni<Optional<ClientView>> find(DomainView domain, String clientId) {
    return transactions.read(
        tx ->
            clients
                .find(tx, domain.applicationId(), clientId)
                .chain(found -> withSecrets(tx, domain, found)));
  }

  private Uni<Optional<ClientView>> withSecrets(
      Tx tx, DomainView domain, Optional<ApiClient> found) {
    return found
        .map(
            client ->
                clients
                    .secrets(tx, client.applicationId, client.id)
                    .map(rows -> Optional.of(view(domain, client, rows))))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static ClientView view(
      DomainView domain, ApiClient client, List<ApiClientSecret> secrets) {
    return new ClientView(
        client.id,
        client.applicationId,
        domain.customerId(),
        client.name,
        List.of(client.features),
        List.of(client.ipWhitelist),
        secrets.stream().map(ClientIdentities::secret).toList(),
        Map.of(),
        Map.of());
  }

  private static ClientView.Secret secret(ApiClientSecret row) {
    return new ClientView.Secret(row.id.toString(), row.secret, row.sha256, row.expiresAt);
  }
}
