package org.vestibule.local.stack;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.local.node.Service;
import org.vestibule.local.operator.OperatorClient;
import org.vestibule.testkit.service.StackSecrets;

/** Lets every service seal its secrets by the first key of the keyring. */
record KeyRotation(Map<Service, List<String>> addresses, StackSecrets secrets) {
  private static final int OK = 200;

  /** How many values each service has sealed anew. */
  Map<String, Integer> sealAnew() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    addresses.forEach(
        (service, replicas) -> counts.put(service.fullName(), sealAnew(service, replicas)));
    return counts;
  }

  private int sealAnew(Service service, List<String> replicas) {
    String failure =
        "The new key writes, but "
            + service.fullName()
            + " has not sealed its old secrets anew; run the command again";
    String reply =
        new OperatorClient(service, replicas, secrets)
            .call("POST", "/internal/keyring/rewrap", null, OK, failure);
    return new JsonObject(reply).getInteger("rewrapped");
  }
}
