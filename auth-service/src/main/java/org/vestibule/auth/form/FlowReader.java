package org.vestibule.auth.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads forms and their fields out of a flow document. */
final class FlowReader {
  private final Flow flow;
  private final JsonNode document;
  private final FlowText text;

  FlowReader(Flow flow, FlowText text) {
    this.flow = flow;
    this.document = flow.document();
    this.text = text;
  }

  FlowForm form(String name, JsonNode item) {
    List<FormField> fields = new ArrayList<>();
    for (JsonNode entry : item.path("fields")) {
      fields(entry).forEach(fields::add);
    }
    return new FlowForm(flow, name, List.copyOf(fields), formRules(item), messages(item));
  }

  private Stream<FormField> fields(JsonNode entry) {
    String name = entry.isTextual() ? entry.asText() : entry.path("name").asText();
    JsonNode item = document.path("fields").path(name);
    boolean required = entry.path("required").asBoolean(false);
    return FieldType.of(item.path("type").asText()).stream()
        .flatMap(type -> fields(name, type, item, required));
  }

  private Stream<FormField> fields(String name, FieldType type, JsonNode item, boolean required) {
    JsonNode schema = item.path("schemaId");
    FormField field =
        new FormField(
            name,
            name,
            type,
            paths(schema),
            text.of(item.path("label")).orElse(name),
            options(item),
            rules(item, required));
    return schema.isObject()
        ? schema.properties().stream().map(part -> field.with(part.getKey(), path(part.getValue())))
        : Stream.of(field);
  }

  private static List<String> paths(JsonNode schema) {
    List<String> paths = new ArrayList<>();
    if (schema.isTextual()) {
      paths.add(path(schema));
    } else if (schema.isArray()) {
      schema.forEach(each -> paths.add(path(each)));
    }
    return List.copyOf(paths);
  }

  /** Paths are written with dots; older documents use slashes and a leading one. */
  private static String path(JsonNode value) {
    String dotted = value.asText().replace('/', '.');
    return dotted.startsWith(".") ? dotted.substring(1) : dotted;
  }

  private static Set<String> options(JsonNode item) {
    Set<String> options = new LinkedHashSet<>();
    for (JsonNode option : item.path("options")) {
      if (!option.path("disabled").asBoolean(false)) {
        options.add(option.path("value").asText());
      }
    }
    return options;
  }

  private List<FieldRule> rules(JsonNode item, boolean required) {
    List<FieldRule> rules = new ArrayList<>();
    for (JsonNode rule : item.path("validation")) {
      rules.add(
          new FieldRule(
              rule.path("rule").asText(), rule.path("value"), text.of(rule.path("message"))));
    }
    if (required
        && rules.stream().noneMatch(rule -> rule.name().equals("required") && rule.isOn())) {
      rules.add(0, new FieldRule("required", BooleanNode.TRUE, Optional.empty()));
    }
    return List.copyOf(rules);
  }

  private static Set<String> formRules(JsonNode form) {
    Set<String> rules = new LinkedHashSet<>();
    for (JsonNode rule : form.path("validation")) {
      if (rule.path("value").asBoolean(true)) {
        rules.add(rule.path("rule").asText());
      }
    }
    return rules;
  }

  private Map<String, String> messages(JsonNode form) {
    Map<String, String> messages = new LinkedHashMap<>();
    for (JsonNode rule : form.path("validation")) {
      text.of(rule.path("message"))
          .ifPresent(message -> messages.put(rule.path("rule").asText(), message));
    }
    return messages;
  }
}
