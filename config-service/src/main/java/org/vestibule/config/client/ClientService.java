package org.vestibule.config.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** API clients of an application. */
@ApplicationScoped
public class ClientService {
  private final SessionTransactions transactions;
  private final ClientRepository clients;
  private final ClientSecrets secrets;
  private final Clock clock;

  ClientService(
      SessionTransactions transactions,
      ClientRepository clients,
      ClientSecrets secrets,
      Clock clock) {
    this.transactions = transactions;
    this.clients = clients;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Gives a new application one client per feature, named after it. */
  public Uni<Void> insertInitial(Tx tx, String applicationId) {
    Instant now = clock.instant();
    List<ApiClient> fresh =
        ClientFeatures.INITIAL.stream()
            .map(it -> new NewClient(secrets.freshClientId(), it, List.of(it)))
            .map(it -> ApiClient.of(applicationId, it, now))
            .toList();
    List<ApiClientSecret> sealed =
        fresh.stream().map(it -> secrets.fresh(applicationId, it.id, now)).toList();
    return clients.insert(tx, fresh, sealed);
  }

  /** Names and plain credentials of all clients of an application, oldest first. */
  public Uni<Map<String, ClientCredentials>> credentials(Tx tx, String applicationId) {
    return clients
        .list(tx, applicationId)
        .chain(all -> clients.currentSecrets(tx, applicationId).map(it -> credentials(all, it)));
  }

  private Map<String, ClientCredentials> credentials(
      List<ApiClient> all, List<ApiClientSecret> current) {
    Map<String, ApiClientSecret> byClient = byClient(current);
    Map<String, ClientCredentials> result = new LinkedHashMap<>();
    all.forEach(
        it -> result.put(it.name, new ClientCredentials(it.id, secrets.open(byClient.get(it.id)))));
    return result;
  }

  /** The client objects of an application that have all the given features. */
  public Uni<ArrayNode> list(String applicationId, List<String> features) {
    return transactions.read(
        tx ->
            clients
                .list(tx, applicationId)
                .chain(
                    all ->
                        clients
                            .currentSecrets(tx, applicationId)
                            .map(current -> documents(all, current, features))));
  }

  private ArrayNode documents(
      List<ApiClient> all, List<ApiClientSecret> current, List<String> features) {
    Map<String, ApiClientSecret> byClient = byClient(current);
    ArrayNode documents = Json.array();
    all.stream()
        .filter(it -> it.hasFeatures(features))
        .map(it -> ClientDocument.of(it, secrets.open(byClient.get(it.id))))
        .forEach(documents::add);
    return documents;
  }

  private static Map<String, ApiClientSecret> byClient(List<ApiClientSecret> current) {
    return current.stream().collect(Collectors.toMap(it -> it.clientId, Function.identity()));
  }
}
