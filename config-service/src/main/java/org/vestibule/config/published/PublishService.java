package org.vestibule.config.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.config.audit.AuditEntry;
import org.vestibule.config.audit.AuditService;
import org.vestibule.config.client.Caller;
import org.vestibule.config.client.ClientService;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.config.setting.SettingService;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Makes settings of clients public and takes them back; changes of one client queue up. */
@Singleton
public class PublishService {
  private static final int MOST_VERSIONS = 100;

  private final SessionTransactions transactions;
  private final PublishedRepository published;
  private final ClientService clients;
  private final SettingService settings;
  private final AuditService audit;
  private final IdSource ids;
  private final Clock clock;

  PublishService(
      SessionTransactions transactions,
      PublishedRepository published,
      ClientService clients,
      SettingService settings,
      AuditService audit,
      IdSource ids,
      Clock clock) {
    this.transactions = transactions;
    this.published = published;
    this.clients = clients;
    this.settings = settings;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** What is public from now on. */
  public Uni<ObjectNode> publish(Caller caller, String clientId) {
    SettingScope scope = SettingScope.of(caller.applicationId(), clientId);
    return transactions.run(
        tx ->
            clients
                .lock(tx, scope.applicationId(), clientId)
                .chain(() -> published.versions(tx, scope.applicationId(), clientId))
                .invoke(PublishService::requireRoom)
                .chain(versions -> publish(tx, caller, scope, versions)));
  }

  private Uni<ObjectNode> publish(
      Tx tx, Caller caller, SettingScope scope, List<PublishedVersion> versions) {
    UUID version = ids.uuid();
    AuditEntry entry =
        AuditEntry.of("publishSettings", object(scope.clientId()))
            .from(versions.stream().findFirst().map(it -> it.version().toString()).orElse(null))
            .to(version.toString());
    return effective(tx, scope)
        .map(values -> PublishedDocument.of(version, values))
        .call(document -> published.insert(tx, row(scope, version, document)))
        .call(() -> audit.record(tx, caller.scope(), entry));
  }

  private Uni<ObjectNode> effective(Tx tx, SettingScope scope) {
    return settings
        .all(tx, SettingScope.of(scope.applicationId()))
        .chain(shared -> settings.all(tx, scope).map(own -> overlaid(shared, own)));
  }

  private static ObjectNode overlaid(ObjectNode shared, ObjectNode own) {
    return shared.setAll(own);
  }

  /** The files of a version or of all; they go when the caller means it. */
  public Uni<List<String>> remove(
      Caller caller, String clientId, Optional<UUID> version, boolean commits) {
    String application = caller.applicationId();
    return transactions.run(
        tx ->
            clients
                .lock(tx, application, clientId)
                .chain(() -> published.versions(tx, application, clientId))
                .invoke(versions -> requireKnown(versions, version))
                .call(versions -> remove(tx, caller, clientId, version, versions, commits))
                .map(versions -> PublishedFiles.of(application, versions, version)));
  }

  private Uni<Void> remove(
      Tx tx,
      Caller caller,
      String clientId,
      Optional<UUID> version,
      List<PublishedVersion> versions,
      boolean commits) {
    List<UUID> gone =
        versions.stream()
            .map(PublishedVersion::version)
            .filter(it -> version.map(it::equals).orElse(true))
            .toList();
    AuditEntry entry =
        AuditEntry.of("deletePublishedSettings", object(clientId))
            .from(version.map(UUID::toString).orElse(null));
    return !commits || gone.isEmpty()
        ? Uni.createFrom().voidItem()
        : published
            .delete(tx, caller.applicationId(), clientId, gone)
            .chain(() -> audit.record(tx, caller.scope(), entry));
  }

  private static void requireKnown(List<PublishedVersion> versions, Optional<UUID> version) {
    boolean isKnown =
        version
            .map(wanted -> versions.stream().anyMatch(it -> it.version().equals(wanted)))
            .orElse(true);
    if (!isKnown) {
      throw unknownVersion().exception();
    }
  }

  /** The refusal of a version that nobody published. */
  public static CaptureProblem unknownVersion() {
    return CaptureProblem.invalidArgument("version", "version is not a published version");
  }

  private static void requireRoom(List<PublishedVersion> versions) {
    if (versions.size() >= MOST_VERSIONS) {
      throw CaptureProblem.tooMany("a client has at most 100 published versions").exception();
    }
  }

  private PublishedSettings row(SettingScope scope, UUID version, ObjectNode document) {
    PublishedSettings row = new PublishedSettings();
    row.applicationId = scope.applicationId();
    row.clientId = scope.clientId();
    row.version = version;
    row.document = Json.write(document);
    row.createdAt = clock.instant();
    return row;
  }

  private static String object(String clientId) {
    return "clients/" + clientId + "/published";
  }
}
