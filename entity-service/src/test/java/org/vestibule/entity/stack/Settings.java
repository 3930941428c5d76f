package org.vestibule.entity.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/** Settings of the applications, as the stub of config-service tells them. */
public final class Settings {
  private Settings() {}

  /** Changes a setting and says so. */
  public static void set(TestApplication application, String name, String value) {
    ObjectNode body = Json.object().put("application", application.id());
    Stub.post("/stub/settings", body.put("name", name).put("value", value));
    Applications.changeSettings(application);
  }
}
