package org.vestibule.entity.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.LocalDuplicates;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeChanges;
import org.vestibule.entity.type.TypeFences;
import org.vestibule.entity.type.TypeState;
import org.vestibule.platform.http.CallContext;

/** Adds, removes, renames and constrains attributes of entity types (entity.md 12.4-12.6, 13). */
@Singleton
public class AttributeChanges {
  private final TypeChanges changes;
  private final TypeFences fences;
  private final LocalDuplicates duplicates;

  /** Takes the way to change types, and to find out whether records would fit them. */
  public AttributeChanges(TypeChanges changes, TypeFences fences, LocalDuplicates duplicates) {
    this.changes = changes;
    this.fences = fences;
    this.duplicates = duplicates;
  }

  /** Adds an attribute, or a child when its name is a path. */
  public Uni<EntityType> add(EntityType known, JsonNode definition, CallContext call) {
    return changes.applyAsync(known, type -> grown(type, definition), call);
  }

  private Uni<TypeState> grown(EntityType type, JsonNode definition) {
    NewName name = NewName.of(Definitions.name(definition), type.schema());
    Attribute fresh = Definitions.ofAttribute(definition, name.last(), name.container());
    Schema schema = SchemaEdits.add(type.schema(), name.container(), fresh);
    return key(type, name)
        .map(key -> SchemaEdits.replace(schema, name.in(schema), fresh.storedAs(key)))
        .map(stored -> TypeState.of(type).grown(stored));
  }

  /** The stored name, which differs from the name while that still stands for something else. */
  private Uni<String> key(EntityType type, NewName name) {
    String other = name.last() + "~" + (type.version() + 1);
    Attribute container = name.container().containerOf(type.schema());
    boolean isTaken =
        container.children().values().stream().anyMatch(it -> it.key().equals(name.last()));
    return isTaken
        ? Uni.createFrom().item(other)
        : changes.isRetired(type, name.keyPath()).map(retired -> retired ? other : name.last());
  }

  /** Removes an attribute with its values. */
  public Uni<EntityType> remove(EntityType known, String path, CallContext call) {
    return changes.apply(known, type -> shrunk(type, path), call);
  }

  private static TypeState shrunk(EntityType type, String path) {
    Place gone = Place.changeable(type.schema(), path);
    Schema schema = SchemaEdits.remove(type.schema(), gone);
    return TypeState.of(type)
        .shifted(
            schema,
            it -> SchemaEdits.moved(it, gone.path(), Optional.empty()),
            Optional.of(SchemaEdits.keyPath(gone.located())));
  }

  /** Gives an attribute another name; its values stay where they are. */
  public Uni<EntityType> rename(EntityType known, String from, String to, CallContext call) {
    return changes.apply(known, type -> renamed(type, from, to), call);
  }

  private static TypeState renamed(EntityType type, String from, String to) {
    Place place = Place.changeable(type.schema(), from);
    if (place.isSignInPassword()) {
      throw Violations.reservedAttribute(place.path());
    }
    NewName name = NewName.of(to, type.schema());
    boolean isElsewhere =
        AttributePath.parse(to).filter(it -> it.steps().size() > 1).isPresent()
            && !name.container().path().equals(place.parent().path());
    if (isElsewhere) {
      throw Violations.invalidArgument("target_name", "an attribute keeps its place");
    }
    NewName sibling = new NewName(place.parent(), name.last());
    sibling.requireFree(type.schema());
    Schema schema =
        SchemaEdits.replace(type.schema(), place, place.attribute().renamed(name.last()));
    return TypeState.of(type)
        .shifted(
            schema,
            it -> SchemaEdits.moved(it, place.path(), Optional.of(sibling.path())),
            Optional.empty());
  }

  /** Gives an attribute other constraints, which what is stored must keep when they are unique. */
  public Uni<EntityType> constrain(
      EntityType known, String path, JsonNode constraints, CallContext call) {
    return changes.applyAsync(known, type -> constrained(type, path, constraints, call), call);
  }

  private Uni<TypeState> constrained(
      EntityType type, String path, JsonNode names, CallContext call) {
    Place place = Place.changeable(type.schema(), path);
    Set<Constraint> wanted = Definitions.constraints(names, place.attribute(), place);
    Schema schema =
        SchemaEdits.replace(type.schema(), place, place.attribute().withConstraints(wanted));
    TypeState state = TypeState.of(type).withSchema(schema);
    boolean isTighter =
        wanted.contains(Constraint.LOCALLY_UNIQUE)
            && !place.attribute().has(Constraint.LOCALLY_UNIQUE);
    return isTighter
        ? duplicates
            .refuse(type, schema, place.path())
            .chain(() -> fenced(type, schema, place.path(), call))
            .replaceWith(state)
        : Uni.createFrom().item(state);
  }

  /** Once more, when nobody can store any more what the first look was for. */
  private Uni<Void> fenced(EntityType type, Schema schema, String path, CallContext call) {
    return fences.around(type, schema, () -> duplicates.refuse(type, schema, path), call);
  }

  /** Describes an attribute. */
  public Uni<EntityType> describe(
      EntityType known, String path, String description, CallContext call) {
    return changes.apply(known, type -> described(type, path, description), call);
  }

  private static TypeState described(EntityType type, String path, String description) {
    Place place = Place.changeable(type.schema(), path);
    Attribute other = place.attribute().withDescription(description);
    return TypeState.of(type).withSchema(SchemaEdits.replace(type.schema(), place, other));
  }
}
