package org.vestibule.config.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/** The client object of the wire (configuration.md 1.0). */
final class ClientDocument {
  private ClientDocument() {}

  static ObjectNode of(ApiClient client, String plainSecret) {
    String self = "/config/" + client.applicationId + "/clients/" + client.id;
    ObjectNode json = Json.object();
    json.put("_id", client.id);
    json.put("_secret", plainSecret);
    json.put("_self", self);
    json.put("_settings", self + "/settings");
    json.put("name", client.name);
    json.set("features", array(client.features));
    json.set("ipWhitelist", array(client.ipWhitelist));
    return json;
  }

  private static ArrayNode array(String[] texts) {
    ArrayNode array = Json.array();
    for (String text : texts) {
      array.add(text);
    }
    return array;
  }
}
