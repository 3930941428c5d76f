package org.vestibule.config.administration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vestibule.config.audit.AuditView;
import org.vestibule.platform.json.Json;

/** Audit records on the wire, newest first, with the address of the page after. */
final class AuditDocument {
  private AuditDocument() {}

  static ObjectNode of(String applicationId, List<AuditView> page, AuditQuery query) {
    String self = "/config/" + applicationId + "/audit";
    ObjectNode document = Json.object().put("_self", self);
    ArrayNode records = document.putArray("records");
    page.forEach(it -> records.add(record(it)));
    boolean isLast = page.size() < query.limit();
    return document.put("_next", isLast ? null : next(self, page, query));
  }

  private static String next(String self, List<AuditView> page, AuditQuery query) {
    return self + "?before=" + page.get(page.size() - 1).id() + "&limit=" + query.limit();
  }

  private static ObjectNode record(AuditView record) {
    ObjectNode json = Json.object();
    json.put("id", record.id().toString());
    json.put("at", record.at().toString());
    json.put("clientId", record.clientId());
    json.put("operation", record.entry().operation());
    json.put("object", record.entry().object());
    json.put("oldVersion", record.entry().oldVersion());
    json.put("newVersion", record.entry().version());
    json.set("changed", Json.tree(record.entry().changed()));
    return json.put("ipAddress", record.address());
  }
}
