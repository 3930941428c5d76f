package org.vestibule.entity.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.rule.Rules;
import org.vestibule.entity.rule.TypeProperty;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeChanges;
import org.vestibule.entity.type.TypeState;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.id.IdSource;

/** Adds and removes the rules and composite uniqueness of entity types (entity.md 12.8, 13). */
@Singleton
public class PropertyChanges {
  private static final int MOST_PROPERTIES = 500;
  private static final int MOST_TOGETHER = 16;

  private final TypeChanges changes;
  private final IdSource ids;

  /** Takes the way to change types. */
  public PropertyChanges(TypeChanges changes, IdSource ids) {
    this.changes = changes;
    this.ids = ids;
  }

  /** Adds a rule. */
  public Uni<TypeProperty> addRule(
      EntityType known,
      List<String> attributes,
      String description,
      JsonNode definition,
      CallContext call) {
    TypeProperty rule =
        new TypeProperty(ids.uuid(), TypeProperty.Kind.RULE, attributes, description, definition);
    return add(known, rule, call);
  }

  /** Makes the values of some attributes together unique. */
  public Uni<TypeProperty> addUnique(EntityType known, List<String> attributes, CallContext call) {
    TypeProperty unique =
        new TypeProperty(ids.uuid(), TypeProperty.Kind.UNIQUE, attributes, null, null);
    return add(known, unique, call);
  }

  private Uni<TypeProperty> add(EntityType known, TypeProperty given, CallContext call) {
    return changes
        .apply(known, type -> with(type, normal(type.schema(), given)), call)
        .map(type -> last(type, given.uuid()));
  }

  private static TypeProperty last(EntityType type, UUID uuid) {
    return type.terms().properties().stream()
        .filter(it -> it.uuid().equals(uuid))
        .findFirst()
        .orElseThrow();
  }

  private static TypeProperty normal(Schema schema, TypeProperty given) {
    return given.about(
        given.attributes().stream().map(it -> Place.of(schema, it).path()).distinct().toList());
  }

  private static TypeState with(EntityType type, TypeProperty fresh) {
    if (fresh.kind() == TypeProperty.Kind.RULE) {
      Rules.check(type.schema(), fresh.definition(), fresh.attributes());
    } else {
      requireComparable(type.schema(), fresh.attributes());
    }
    List<TypeProperty> properties = new ArrayList<>(type.terms().properties());
    properties.add(fresh);
    if (properties.size() > MOST_PROPERTIES) {
      throw Violations.invalidArgument("definition", "a type has at most 500 rules");
    }
    return TypeState.of(type).withProperties(properties);
  }

  private static void requireComparable(Schema schema, List<String> attributes) {
    boolean fits =
        !attributes.isEmpty()
            && attributes.size() <= MOST_TOGETHER
            && attributes.stream().map(it -> Place.of(schema, it)).allMatch(PropertyChanges::fits);
    if (!fits) {
      throw Violations.invalidArgument(
          "property", "attributes that are unique together hold single values of a record");
    }
  }

  private static boolean fits(Place place) {
    return place.located().hops().stream().noneMatch(it -> it.type() == AttributeType.PLURAL)
        && place.attribute().type().isComparable()
        && !place.attribute().reserved();
  }

  /** Removes a property of a kind, or of any; 310 when there is none. */
  public Uni<EntityType> remove(EntityType known, UUID uuid, boolean onlyRules, CallContext call) {
    return changes.apply(known, type -> without(type, uuid, onlyRules), call);
  }

  private static TypeState without(EntityType type, UUID uuid, boolean onlyRules) {
    List<TypeProperty> left =
        type.terms().properties().stream()
            .filter(
                it -> !it.uuid().equals(uuid) || onlyRules && it.kind() != TypeProperty.Kind.RULE)
            .toList();
    if (left.size() == type.terms().properties().size()) {
      throw Violations.recordNotFound();
    }
    return TypeState.of(type).withProperties(left);
  }
}
