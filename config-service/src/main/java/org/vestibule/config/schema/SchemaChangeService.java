package org.vestibule.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.config.audit.AuditEntry;
import org.vestibule.config.audit.AuditService;
import org.vestibule.config.client.Caller;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SessionTransactions;

/** Has attributes added and removed by entity-service and remembers who asked for it. */
@Singleton
class SchemaChangeService {
  private static final int EXISTS = 233;
  private static final int UNKNOWN = 223;

  private final EntityTypes types;
  private final SessionTransactions transactions;
  private final AuditService audit;

  SchemaChangeService(EntityTypes types, SessionTransactions transactions, AuditService audit) {
    this.types = types;
    this.transactions = transactions;
    this.audit = audit;
  }

  Uni<Void> add(Caller caller, String type, String path, ObjectNode body) {
    ObjectNode definition = AttributeDefinition.read(path, body);
    ObjectNode request = Json.object().set("definition", definition);
    return types
        .change(caller, type, "add", request)
        .invoke(reply -> requireChanged(reply, type, path))
        .chain(reply -> record(caller, "addAttribute", type, path));
  }

  Uni<Void> remove(Caller caller, String type, String path) {
    return types
        .change(caller, type, "remove", Json.object().put("path", path))
        .invoke(reply -> requireChanged(reply, type, path))
        .chain(reply -> record(caller, "removeAttribute", type, path));
  }

  private static void requireChanged(JsonNode reply, String type, String path) {
    if (reply.path("outcome").asText().equals("changed")) {
      return;
    }
    JsonNode violation = reply.path("violations").path(0);
    int code = violation.path("code").asInt();
    if (code == EXISTS) {
      throw ConfigError.ATTRIBUTE_EXISTS.with(path.replace('.', '/'), type).exception();
    }
    throw code == UNKNOWN
        ? ConfigError.ATTRIBUTE_NOT_FOUND.problem().exception()
        : ConfigError.INVALID_MEMBER.with(violation.path("description").asText()).exception();
  }

  private Uni<Void> record(Caller caller, String operation, String type, String path) {
    AuditEntry entry = AuditEntry.of(operation, "schemas/" + type).naming(List.of(path));
    return transactions.run(tx -> audit.record(tx, caller.scope(), entry));
  }
}
