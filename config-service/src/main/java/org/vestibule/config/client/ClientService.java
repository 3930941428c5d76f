package org.vestibule.config.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** API clients of an application. */
@Singleton
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
            .map(it -> new NewClient(secrets.freshClientId(), ClientDraft.initial(it)))
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

  /** The client object of the wire, with its secret. */
  public Uni<ObjectNode> find(String applicationId, String clientId) {
    return transactions.read(
        tx ->
            require(tx, applicationId, clientId)
                .chain(
                    client ->
                        clients
                            .secrets(tx, applicationId, clientId)
                            .map(rows -> document(client, rows))));
  }

  /** Fails when the application has no such client, which is asked before a body is looked at. */
  public Uni<Void> requireClient(String applicationId, String clientId) {
    return transactions.read(tx -> require(tx, applicationId, clientId).replaceWithVoid());
  }

  /** Fails when the client whose settings are meant does not exist. */
  public Uni<Void> require(Tx tx, SettingScope scope) {
    return require(tx, scope.applicationId(), scope.clientId()).replaceWithVoid();
  }

  /** Holds a client until the end of the unit of work, for changes of its settings. */
  public Uni<Void> lock(Tx tx, String applicationId, String clientId) {
    return clients.lock(tx, applicationId, clientId).map(ClientService::known).replaceWithVoid();
  }

  /** Counts a change of the settings of a client that is locked; the number before it. */
  public Uni<Long> nextSettingsRevision(Tx tx, String applicationId, String clientId) {
    return clients
        .lock(tx, applicationId, clientId)
        .map(ClientService::known)
        .map(client -> client.settingsRevision++);
  }

  /** The ids of all clients of an application, oldest first. */
  public Uni<List<String>> ids(Tx tx, String applicationId) {
    return clients.list(tx, applicationId).map(all -> all.stream().map(it -> it.id).toList());
  }

  private Uni<ApiClient> require(Tx tx, String applicationId, String clientId) {
    return clients.find(tx, applicationId, clientId).map(ClientService::known);
  }

  static ApiClient known(Optional<ApiClient> found) {
    return found.orElseThrow(() -> ConfigError.CLIENT_NOT_FOUND.problem().exception());
  }

  private ObjectNode document(ApiClient client, List<ApiClientSecret> rows) {
    return ClientDocument.of(client, secrets.open(rows.get(rows.size() - 1)));
  }

  /** The client objects of an application whose features are wanted, oldest first. */
  public Uni<ArrayNode> list(String applicationId, Predicate<List<String>> features) {
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
      List<ApiClient> all, List<ApiClientSecret> current, Predicate<List<String>> features) {
    Map<String, ApiClientSecret> byClient = byClient(current);
    ArrayNode documents = Json.array();
    all.stream()
        .filter(it -> features.test(List.of(it.features)))
        .map(it -> ClientDocument.of(it, secrets.open(byClient.get(it.id))))
        .forEach(documents::add);
    return documents;
  }

  private static Map<String, ApiClientSecret> byClient(List<ApiClientSecret> current) {
    return current.stream().collect(Collectors.toMap(it -> it.clientId, Function.identity()));
  }
}
