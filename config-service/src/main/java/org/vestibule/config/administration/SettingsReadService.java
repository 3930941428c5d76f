package org.vestibule.config.administration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.vestibule.config.client.Caller;
import org.vestibule.config.client.ClientService;
import org.vestibule.config.schema.SchemaService;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.config.setting.SettingService;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** The settings of an application and of its clients as the Configuration API shows them. */
@Singleton
class SettingsReadService {
  private final SessionTransactions transactions;
  private final SettingService settings;
  private final ClientService clients;
  private final SchemaService schemas;

  SettingsReadService(
      SessionTransactions transactions,
      SettingService settings,
      ClientService clients,
      SchemaService schemas) {
    this.transactions = transactions;
    this.settings = settings;
    this.clients = clients;
    this.schemas = schemas;
  }

  Uni<ObjectNode> ofApplication(String applicationId) {
    return transactions.read(tx -> ofApplication(tx, applicationId));
  }

  Uni<ObjectNode> withClients(String applicationId) {
    return transactions.read(
        tx ->
            ofApplication(tx, applicationId)
                .chain(
                    document ->
                        ofClients(tx, applicationId).map(all -> document.set("clients", all))));
  }

  Uni<ObjectNode> ofClient(String applicationId, String clientId) {
    return clients
        .requireClient(applicationId, clientId)
        .chain(() -> transactions.read(tx -> ofClient(tx, applicationId, clientId)));
  }

  Uni<ArrayNode> options(Caller caller) {
    return schemas.names(caller).map(SettingsDocument::options);
  }

  private Uni<ObjectNode> ofApplication(Tx tx, String applicationId) {
    SettingScope scope = SettingScope.of(applicationId);
    return settings.all(tx, scope).map(values -> SettingsDocument.of(scope, values));
  }

  private Uni<ObjectNode> ofClient(Tx tx, String applicationId, String clientId) {
    SettingScope scope = SettingScope.of(applicationId, clientId);
    return settings
        .all(tx, scope)
        .chain(
            own ->
                settings
                    .all(tx, SettingScope.of(applicationId))
                    .map(shared -> SettingsDocument.ofClient(scope, own, shared)));
  }

  private Uni<ObjectNode> ofClients(Tx tx, String applicationId) {
    return clients
        .ids(tx, applicationId)
        .chain(
            ids ->
                settings
                    .ofClients(tx, applicationId)
                    .map(values -> ofClients(applicationId, ids, values)));
  }

  private static ObjectNode ofClients(
      String applicationId, List<String> ids, Map<String, ObjectNode> values) {
    ObjectNode all = Json.object();
    for (String id : ids) {
      ObjectNode own = values.getOrDefault(id, Json.object());
      all.set(id, SettingsDocument.of(SettingScope.of(applicationId, id), own));
    }
    return all;
  }
}
