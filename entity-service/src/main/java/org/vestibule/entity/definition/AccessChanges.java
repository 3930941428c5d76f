package org.vestibule.entity.definition;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.access.AccessType;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeChanges;
import org.vestibule.entity.type.TypeState;
import org.vestibule.platform.http.CallContext;

/** Sets which attributes clients read and write (entity.md 9). */
@Singleton
public class AccessChanges {
  private final TypeChanges changes;

  /** Takes the way to change types. */
  public AccessChanges(TypeChanges changes) {
    this.changes = changes;
  }

  /** Replaces the set of a client for one side, or lifts it; 223 for what does not exist. */
  public Uni<EntityType> set(
      EntityType known,
      String clientId,
      AccessType side,
      Optional<List<String>> attributes,
      CallContext call) {
    return changes.apply(
        known,
        type ->
            TypeState.of(type)
                .withAccess(
                    type.access()
                        .with(clientId, side, attributes.map(it -> normal(type.schema(), it)))),
        call);
  }

  private static List<String> normal(Schema schema, List<String> attributes) {
    return attributes.stream()
        .map(it -> Place.of(schema, it))
        .filter(it -> it.isRoot() || !it.attribute().reserved())
        .map(Place::path)
        .distinct()
        .toList();
  }
}
