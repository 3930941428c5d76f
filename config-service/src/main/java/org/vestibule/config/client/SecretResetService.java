package org.vestibule.config.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vestibule.config.audit.AuditService;
import org.vestibule.config.event.ConfigEvents;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Gives clients new secrets; the secret before may live on for a grace time, an older one not. */
@ApplicationScoped
class SecretResetService {
  private final SessionTransactions transactions;
  private final ClientRepository clients;
  private final ClientSecrets secrets;
  private final ConfigEvents events;
  private final Outbox outbox;
  private final AuditService audit;
  private final Clock clock;

  SecretResetService(
      SessionTransactions transactions,
      ClientRepository clients,
      ClientSecrets secrets,
      ConfigEvents events,
      Outbox outbox,
      AuditService audit,
      Clock clock) {
    this.transactions = transactions;
    this.clients = clients;
    this.secrets = secrets;
    this.events = events;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** The client object with its new secret. */
  Uni<ObjectNode> reset(Caller caller, String clientId, SecretReset reset) {
    return transactions.run(
        tx ->
            clients
                .lock(tx, caller.applicationId(), clientId)
                .map(SecretResetService::require)
                .chain(client -> replace(tx, client, reset))
                .call(() -> outbox.append(tx, events.clientChanged(caller.scope(), clientId)))
                .call(() -> audit.record(tx, caller.scope(), "resetClientSecret", clientId)));
  }

  /** Whether the application has the client, which is asked before the body is looked at. */
  Uni<Void> requireClient(Caller caller, String clientId) {
    return transactions
        .read(tx -> clients.find(tx, caller.applicationId(), clientId))
        .map(SecretResetService::require)
        .replaceWithVoid();
  }

  private Uni<ObjectNode> replace(Tx tx, ApiClient client, SecretReset reset) {
    Instant now = clock.instant();
    ApiClientSecret fresh = secrets.fresh(client.applicationId, client.id, now);
    return clients
        .secrets(tx, client.applicationId, client.id)
        .map(rows -> retire(rows, reset, now))
        .chain(dead -> clients.replaceSecrets(tx, dead, fresh))
        .map(done -> ClientDocument.of(client, secrets.open(fresh)));
  }

  /** Lets the current secret live on as asked and returns the rows that die now. */
  private static List<ApiClientSecret> retire(
      List<ApiClientSecret> rows, SecretReset reset, Instant now) {
    rows.stream()
        .filter(ApiClientSecret::isCurrent)
        .forEach(it -> it.endIn(reset.graceTime(), now));
    ApiClientSecret last = rows.get(rows.size() - 1);
    return rows.stream().filter(it -> it != last || !it.isLive(now)).toList();
  }

  private static ApiClient require(Optional<ApiClient> found) {
    return found.orElseThrow(() -> ConfigError.CLIENT_NOT_FOUND.problem().exception());
  }
}
