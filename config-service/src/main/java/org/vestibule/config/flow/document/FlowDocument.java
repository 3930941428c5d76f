package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vestibule.platform.json.Json;

/**
 * One version of a flow as parts, each a small JSON object; a changed copy shares all other parts
 * with its original, and no part is ever changed in place.
 */
public final class FlowDocument {
  /** A flow that holds nothing, which every first version is compared with. */
  public static final FlowDocument EMPTY = new FlowDocument(noParts(), 0);

  private static final String ROOT = "";
  private static final String LOCALES = "locales";

  private final Map<Section, Map<String, ObjectNode>> parts;
  private final long characters;
  private int weight;
  private TextPaths paths;

  private FlowDocument(Map<Section, Map<String, ObjectNode>> parts, long characters) {
    this.parts = parts;
    this.characters = characters;
  }

  /** A flow of these root members and nothing else. */
  public static FlowDocument ofRoot(ObjectNode root) {
    return EMPTY.with(Section.ROOT, ROOT, root);
  }

  private static Map<Section, Map<String, ObjectNode>> noParts() {
    Map<Section, Map<String, ObjectNode>> parts = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      parts.put(section, Map.of());
    }
    return parts;
  }

  /** Reads what the repository stored: an array of section, name and body. */
  public static FlowDocument read(String stored) {
    Map<Section, Map<String, ObjectNode>> parts = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      parts.put(section, new LinkedHashMap<>());
    }
    long characters = 0;
    for (JsonNode row : Json.parse(stored)) {
      ObjectNode body = (ObjectNode) row.get(2);
      parts.get(Section.of(row.get(0).textValue())).put(row.get(1).textValue(), body);
      characters += PartSize.of(body);
    }
    return new FlowDocument(parts, characters);
  }

  /** All parts of a section by name, in the order of their creation. */
  public Map<String, ObjectNode> all(Section section) {
    return Collections.unmodifiableMap(parts.get(section));
  }

  /** A part, or empty. */
  public Optional<ObjectNode> find(Section section, String name) {
    return Optional.ofNullable(parts.get(section).get(name));
  }

  /** This flow with one part added or replaced. */
  public FlowDocument with(Section section, String name, ObjectNode body) {
    return withAll(section, Map.of(name, body));
  }

  /** This flow with several parts of a section added or replaced. */
  public FlowDocument withAll(Section section, Map<String, ObjectNode> bodies) {
    if (bodies.isEmpty()) {
      return this;
    }
    Map<String, ObjectNode> before = parts.get(section);
    Map<String, ObjectNode> changed = new LinkedHashMap<>(before);
    changed.putAll(bodies);
    long size = characters;
    for (Map.Entry<String, ObjectNode> body : bodies.entrySet()) {
      size += PartSize.of(body.getValue()) - PartSize.of(before.get(body.getKey()));
    }
    return with(section, changed, size);
  }

  /** This flow without a part. */
  public FlowDocument without(Section section, String name) {
    Map<String, ObjectNode> changed = new LinkedHashMap<>(parts.get(section));
    long size = characters - PartSize.of(changed.remove(name));
    return with(section, changed, size);
  }

  private FlowDocument with(Section section, Map<String, ObjectNode> changed, long size) {
    Map<Section, Map<String, ObjectNode>> copy = new EnumMap<>(parts);
    copy.put(section, changed);
    return new FlowDocument(copy, size);
  }

  /** The members that belong to the flow as a whole. */
  public ObjectNode root() {
    return parts.get(Section.ROOT).get(ROOT);
  }

  /** This flow with one root member replaced. */
  public FlowDocument withRoot(String member, JsonNode value) {
    ObjectNode root = root().deepCopy();
    root.set(member, value);
    return with(Section.ROOT, ROOT, root);
  }

  /** The texts of an array of the root. */
  public List<String> strings(String member) {
    List<String> strings = new ArrayList<>();
    root().path(member).forEach(it -> strings.add(it.asText()));
    return strings;
  }

  /** The locales in which the flow speaks. */
  public List<String> locales() {
    return strings(LOCALES);
  }

  /** Whether the flow speaks the locale. */
  public boolean speaks(String locale) {
    return locales().contains(locale);
  }

  /** The parts that differ from another state of the same flow. */
  public PartChanges since(FlowDocument before) {
    PartChanges changes = new PartChanges();
    for (Section section : Section.values()) {
      if (parts.get(section) != before.parts.get(section)) {
        changes.add(section, before.parts.get(section), parts.get(section));
      }
    }
    return changes;
  }

  /** How many characters the flow takes, counted along with every change. */
  public long characters() {
    return characters;
  }

  /** How many values the flow holds, which is about what it costs to keep in memory. */
  public int weight() {
    if (weight == 0) {
      weight = countValues();
    }
    return weight;
  }

  private int countValues() {
    return parts.values().stream()
        .flatMap(section -> section.values().stream())
        .mapToInt(body -> 1 + body.size())
        .sum();
  }

  /** Where the flow uses its texts; found once, by whoever asks first. */
  TextPaths paths() {
    if (paths == null) {
      paths = TextPaths.in(this);
    }
    return paths;
  }
}
