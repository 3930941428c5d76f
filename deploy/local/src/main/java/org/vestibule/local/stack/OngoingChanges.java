package org.vestibule.local.stack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.node.Service;
import org.vestibule.local.operator.OperatorClient;
import org.vestibule.testkit.service.StackSecrets;

/** Changes of entity types that are under way: indexes being built, rows being rewritten. */
record OngoingChanges(List<String> addresses, StackSecrets secrets) {
  private static final int OK = 200;

  /** None while entity-service does not answer: the status says so by itself. */
  JsonArray read() {
    try {
      String reply =
          new OperatorClient(Service.ENTITY, addresses, secrets)
              .call("GET", "/internal/changes", null, OK, "entity-service does not tell");
      return new JsonObject(reply).getJsonArray("changes");
    } catch (StackFailure silent) {
      return new JsonArray();
    }
  }
}
