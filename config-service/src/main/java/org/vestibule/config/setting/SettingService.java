package org.vestibule.config.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Tx;

/** Named values of applications and clients; a client's value wins over its application's. */
@Singleton
public class SettingService {
  private final SettingRepository settings;
  private final SettingSecrets secrets;

  SettingService(SettingRepository settings, SettingSecrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /** Writes the first settings of an application. */
  public Uni<Void> insert(Tx tx, String applicationId, Map<String, JsonNode> values) {
    SettingScope scope = SettingScope.of(applicationId);
    List<StoredSetting> rows = new ArrayList<>();
    values.forEach((name, value) -> rows.add(fresh(scope, name, value)));
    return settings.write(tx, rows, List.of());
  }

  /** The settings of an application that the other services may know: no secrets. */
  public Uni<ObjectNode> ofApplication(Tx tx, String applicationId) {
    return settings.list(tx, SettingScope.of(applicationId)).map(this::withoutSecrets);
  }

  /** The settings of a client's own that the other services may know: no secrets. */
  public Uni<ObjectNode> ofClient(Tx tx, String applicationId, String clientId) {
    return settings.list(tx, SettingScope.of(applicationId, clientId)).map(this::withoutSecrets);
  }

  /** All settings of a scope for those who administer it, name to JSON scalar. */
  public Uni<ObjectNode> all(Tx tx, SettingScope scope) {
    return settings.list(tx, scope).map(this::plain);
  }

  /** The own settings of all clients of an application that have some, by client. */
  public Uni<Map<String, ObjectNode>> ofClients(Tx tx, String applicationId) {
    return settings.ofClients(tx, applicationId).map(this::byClient);
  }

  /**
   * Makes the settings of a scope what the edit makes of them; the caller holds a lock on the owner
   * of the scope.
   */
  public Uni<SettingChange> change(Tx tx, SettingScope scope, UnaryOperator<ObjectNode> edit) {
    return settings.list(tx, scope).chain(rows -> write(tx, scope, rows, edit));
  }

  private Uni<SettingChange> write(
      Tx tx,
      SettingScope scope,
      List<? extends StoredSetting> rows,
      UnaryOperator<ObjectNode> edit) {
    ObjectNode before = plain(rows);
    SettingChange change = new SettingChange(before, edit.apply(before.deepCopy()));
    Map<String, StoredSetting> known = new LinkedHashMap<>();
    rows.forEach(row -> known.put(row.name(), row));
    List<StoredSetting> fresh = new ArrayList<>();
    List<StoredSetting> gone = new ArrayList<>();
    for (String name : change.names()) {
      sort(scope, name, change.after().get(name), known.get(name), fresh, gone);
    }
    return settings.write(tx, fresh, gone).replaceWith(change);
  }

  private void sort(
      SettingScope scope,
      String name,
      JsonNode value,
      StoredSetting row,
      List<StoredSetting> fresh,
      List<StoredSetting> gone) {
    if (value == null) {
      gone.add(row);
    } else if (row == null) {
      fresh.add(fresh(scope, name, value));
    } else {
      secrets.write(row, value);
    }
  }

  private StoredSetting fresh(SettingScope scope, String name, JsonNode value) {
    StoredSetting row =
        scope.isClient() ? ClientSetting.of(scope, name) : ApplicationSetting.of(scope, name);
    return secrets.write(row, value);
  }

  private ObjectNode plain(List<? extends StoredSetting> rows) {
    ObjectNode object = Json.object();
    rows.forEach(row -> object.set(row.name(), secrets.read(row)));
    return object;
  }

  private ObjectNode withoutSecrets(List<? extends StoredSetting> rows) {
    return plain(rows.stream().filter(row -> row.sealed == null).toList());
  }

  private Map<String, ObjectNode> byClient(List<ClientSetting> rows) {
    Map<String, ObjectNode> clients = new LinkedHashMap<>();
    for (ClientSetting row : rows) {
      clients.computeIfAbsent(row.clientId, id -> Json.object()).set(row.name, secrets.read(row));
    }
    return clients;
  }
}
