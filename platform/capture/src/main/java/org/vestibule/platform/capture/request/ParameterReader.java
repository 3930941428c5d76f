package org.vestibule.platform.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.http.FormBody;
import org.vestibule.platform.json.Json;

/**
 * Reads the parameters of a call from query, form, multipart or JSON by the style of its family.
 */
final class ParameterReader {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final ParameterStyle style;

  ParameterReader(ParameterStyle style) {
    this.style = style;
  }

  Parameters read(EdgeRequest request) {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      if (style.readsQuery()) {
        values.putAll(single(FormBody.urlEncoded(request.query())));
      }
      values.putAll(body(request));
    } catch (FormBody.Malformed malformed) {
      throw CaptureProblem.invalidArgument("body", malformed.getMessage()).exception();
    }
    return new Parameters(values);
  }

  private Map<String, String> body(EdgeRequest request) {
    if (request.body().length == 0) {
      return Map.of();
    }
    String type = request.mediaType();
    if (type.equals("multipart/form-data")) {
      return single(FormBody.multipart(request));
    }
    if (type.equals("application/json")) {
      return style.readsJson() ? json(request.body()) : Map.of();
    }
    if (style.passesOverOtherBodies() && !type.isEmpty() && !type.equals(FORM)) {
      return Map.of();
    }
    return single(FormBody.urlEncoded(new String(request.body(), StandardCharsets.UTF_8)));
  }

  private Map<String, String> single(List<Map.Entry<String, String>> many) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> one : many) {
      add(values, one.getKey(), one.getValue());
    }
    return values;
  }

  private void add(Map<String, String> values, String name, String value) {
    boolean isSecond = values.putIfAbsent(name, value) != null;
    if (isSecond && style.refusesDuplicates()) {
      throw CaptureProblem.duplicateArgument(name).exception();
    }
  }

  private Map<String, String> json(byte[] body) {
    Map<String, String> values = new LinkedHashMap<>();
    JsonNode root = style.passesOverOtherBodies() ? parseOrNone(body) : parse(body);
    for (Map.Entry<String, JsonNode> member : root.properties()) {
      flatten(values, member.getKey(), member.getValue());
    }
    return values;
  }

  private static JsonNode parseOrNone(byte[] body) {
    try {
      JsonNode root = Json.parse(body);
      return root.isObject() ? root : Json.object();
    } catch (Json.Malformed noJson) {
      return Json.object();
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode root = Json.parse(body);
      if (root.isObject()) {
        return root;
      }
    } catch (Json.Malformed malformed) {
      // Answered below: both are bodies that hold no parameters.
    }
    throw CaptureProblem.invalidArgument("body", "the JSON is not syntactically valid").exception();
  }

  private void flatten(Map<String, String> values, String name, JsonNode value) {
    if (value.isObject() && !style.passesOverOtherBodies()) {
      value
          .properties()
          .forEach(it -> add(values, name + "[" + it.getKey() + "]", text(it.getValue())));
    } else if (!value.isNull()) {
      add(values, name, text(value));
    }
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : Json.write(value);
  }
}
