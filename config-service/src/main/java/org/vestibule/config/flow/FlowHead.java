package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collection;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.platform.json.Json;

/** One version of a flow with what is needed to name it and its parts on the wire. */
public record FlowHead(String applicationId, String name, String version, FlowDocument document) {
  /** The path of something below the flow; the empty string means the flow itself. */
  public String path(String rest) {
    return path(applicationId, name) + rest;
  }

  /** The path of a flow. */
  static String path(String applicationId, String name) {
    return "/config/" + applicationId + "/flows/" + name;
  }

  /** A list of parts below a path such as {@code /fields}. */
  public ArrayNode list(String below, Collection<String> names) {
    ArrayNode list = Json.array();
    names.forEach(it -> list.addObject().put("_self", path(below + "/" + it)).put("name", it));
    return list;
  }

  /** The same flow in another state. */
  public FlowHead with(String newVersion, FlowDocument changed) {
    return new FlowHead(applicationId, name, newVersion, changed);
  }
}
