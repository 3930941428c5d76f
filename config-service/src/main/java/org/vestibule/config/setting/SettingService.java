package org.vestibule.config.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Tx;

/** Named values of applications and clients; a client's value wins over its application's. */
@ApplicationScoped
public class SettingService {
  private final SettingRepository settings;

  SettingService(SettingRepository settings) {
    this.settings = settings;
  }

  /** Writes the first settings of an application. */
  public Uni<Void> insert(Tx tx, String applicationId, Map<String, JsonNode> values) {
    List<ApplicationSetting> rows =
        values.entrySet().stream()
            .map(it -> ApplicationSetting.of(applicationId, it.getKey(), Json.write(it.getValue())))
            .toList();
    return settings.insert(tx, rows);
  }

  /** The settings of an application, name to JSON scalar. */
  public Uni<ObjectNode> ofApplication(Tx tx, String applicationId) {
    return settings
        .ofApplication(tx, applicationId)
        .map(rows -> rows.stream().reduce(Json.object(), SettingService::put, (a, b) -> a));
  }

  /** The settings that a client has of its own, name to JSON scalar. */
  public Uni<ObjectNode> ofClient(Tx tx, String applicationId, String clientId) {
    return settings
        .ofClient(tx, applicationId, clientId)
        .map(rows -> rows.stream().reduce(Json.object(), SettingService::put, (a, b) -> a));
  }

  private static ObjectNode put(ObjectNode object, ApplicationSetting row) {
    return object.set(row.name, Json.parse(row.value));
  }

  private static ObjectNode put(ObjectNode object, ClientSetting row) {
    return object.set(row.name, Json.parse(row.value));
  }
}
