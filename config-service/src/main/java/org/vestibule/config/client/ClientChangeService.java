package org.vestibule.config.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.vestibule.config.application.ApplicationService;
import org.vestibule.config.setting.SettingCatalogue;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.config.setting.SettingService;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Makes, changes and deletes API clients; changes of one application's clients queue up. */
@Singleton
public class ClientChangeService {
  private static final int MOST_CLIENTS = 500;

  private final SessionTransactions transactions;
  private final ClientRepository clients;
  private final ApplicationService applications;
  private final SettingService settings;
  private final ClientSecrets secrets;
  private final ClientJournal journal;
  private final Clock clock;

  ClientChangeService(
      SessionTransactions transactions,
      ClientRepository clients,
      ApplicationService applications,
      SettingService settings,
      ClientSecrets secrets,
      ClientJournal journal,
      Clock clock) {
    this.transactions = transactions;
    this.clients = clients;
    this.applications = applications;
    this.settings = settings;
    this.secrets = secrets;
    this.journal = journal;
    this.clock = clock;
  }

  /** The object of a new client, with its secret. */
  public Uni<ObjectNode> create(Caller caller, ClientDraft draft, NameRule names) {
    String application = caller.applicationId();
    return transactions.run(
        tx ->
            applications
                .lock(tx, application)
                .call(() -> requireRoom(tx, application))
                .call(() -> requireFree(tx, application, draft.name(), names))
                .invoke(() -> ClientChecks.requireGrantable(List.of(), draft))
                .chain(() -> insert(tx, caller, draft)));
  }

  private Uni<ObjectNode> insert(Tx tx, Caller caller, ClientDraft draft) {
    Instant now = clock.instant();
    NewClient fresh = new NewClient(secrets.freshClientId(), draft);
    ApiClient client = ApiClient.of(caller.applicationId(), fresh, now);
    ApiClientSecret secret = secrets.fresh(client.applicationId, client.id, now);
    return clients
        .insert(tx, List.of(client), List.of(secret))
        .call(() -> journal.created(tx, caller, client))
        .replaceWith(() -> ClientDocument.of(client, secrets.open(secret)));
  }

  /** The object of a client after the change; a change that changes nothing tells nobody. */
  public Uni<ObjectNode> change(Caller caller, String clientId, ClientEdit edit) {
    String application = caller.applicationId();
    return transactions.run(
        tx ->
            applications
                .lock(tx, application)
                .chain(() -> clients.lock(tx, application, clientId))
                .map(ClientService::known)
                .call(client -> change(tx, caller, client, edit))
                .chain(client -> document(tx, client)));
  }

  private Uni<Void> change(Tx tx, Caller caller, ApiClient client, ClientEdit edit) {
    ClientDraft before = client.draft();
    ClientDraft after = edit.apply(before);
    List<String> members = before.differences(after);
    if (members.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    ClientChecks.requireGrantable(before.features(), after);
    return requireOwner(tx, caller, client, after)
        .call(() -> requireNewName(tx, client, after, edit.names()))
        .invoke(() -> client.become(after))
        .chain(() -> journal.changed(tx, caller, client, edit.operation(), members));
  }

  /** Deletes a client with its secrets and settings; its tokens end with it. */
  public Uni<Void> delete(Caller caller, String clientId) {
    String application = caller.applicationId();
    return transactions.run(
        tx ->
            applications
                .lock(tx, application)
                .chain(() -> clients.lock(tx, application, clientId))
                .map(ClientService::known)
                .invoke(ClientChecks::requireDeletable)
                .call(client -> requireNoOidcClient(tx, client))
                .call(client -> clients.delete(tx, application, clientId))
                .chain(client -> journal.deleted(tx, caller, client)));
  }

  private Uni<Void> requireOwner(Tx tx, Caller caller, ApiClient client, ClientDraft after) {
    boolean loses = client.draft().isOwner() && !after.isOwner();
    if (loses && client.id.equals(caller.clientId())) {
      throw ConfigError.OWNER_NEEDED.problem().exception();
    }
    return loses
        ? clients
            .list(tx, client.applicationId)
            .invoke(all -> ClientChecks.requireAnotherOwner(all, client))
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> requireNewName(Tx tx, ApiClient client, ClientDraft after, NameRule names) {
    return client.name.equals(after.name())
        ? Uni.createFrom().voidItem()
        : requireFree(tx, client.applicationId, after.name(), names);
  }

  private Uni<Void> requireFree(Tx tx, String application, String name, NameRule names) {
    return names == NameRule.SHARED
        ? Uni.createFrom().voidItem()
        : clients
            .isNameTaken(tx, application, name)
            .invoke(taken -> ClientChecks.requireFree(taken, name))
            .replaceWithVoid();
  }

  private Uni<Void> requireRoom(Tx tx, String application) {
    return clients
        .count(tx, application)
        .invoke(count -> ClientChecks.requireRoom(count < MOST_CLIENTS))
        .replaceWithVoid();
  }

  private Uni<Void> requireNoOidcClient(Tx tx, ApiClient client) {
    return settings
        .all(tx, SettingScope.of(client.applicationId, client.id))
        .map(own -> own.path(SettingCatalogue.OIDC_CLIENT).asText())
        .invoke(ClientChecks::requireNone)
        .replaceWithVoid();
  }

  private Uni<ObjectNode> document(Tx tx, ApiClient client) {
    return clients
        .secrets(tx, client.applicationId, client.id)
        .map(rows -> ClientDocument.of(client, secrets.open(rows.get(rows.size() - 1))));
  }
}
