package org.vestibule.config.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Gives clients new secrets; the secret before may live on for a grace time, an older one not. */
@Singleton
public class SecretResetService {
  private final SessionTransactions transactions;
  private final ClientRepository clients;
  private final ClientSecrets secrets;
  private final ClientJournal journal;
  private final Clock clock;

  SecretResetService(
      SessionTransactions transactions,
      ClientRepository clients,
      ClientSecrets secrets,
      ClientJournal journal,
      Clock clock) {
    this.transactions = transactions;
    this.clients = clients;
    this.secrets = secrets;
    this.journal = journal;
    this.clock = clock;
  }

  /** The client object with its new secret. */
  public Uni<ObjectNode> reset(Caller caller, String clientId, SecretReset reset) {
    return transactions.run(
        tx ->
            clients
                .lock(tx, caller.applicationId(), clientId)
                .map(ClientService::known)
                .chain(client -> replace(tx, caller, client, reset)));
  }

  private Uni<ObjectNode> replace(Tx tx, Caller caller, ApiClient client, SecretReset reset) {
    Instant now = clock.instant();
    ApiClientSecret fresh = secrets.fresh(client.applicationId, client.id, now);
    return clients
        .secrets(tx, client.applicationId, client.id)
        .map(rows -> retire(rows, reset, now))
        .chain(dead -> clients.replaceSecrets(tx, dead, fresh))
        .call(() -> journal.changed(tx, caller, client, "resetClientSecret", List.of("secret")))
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
}
