package org.vestibule.entity.internal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeCatalogue;
import org.vestibule.platform.problem.InternalProblem;

/** The entity types that calls between services and the operator name; unknown ones answer 404. */
@Singleton
public class InternalTypes {
  private final TypeCatalogue catalogue;

  /** Takes the catalogue. */
  public InternalTypes(TypeCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The type of that name; 404 when the application has none. */
  public Uni<EntityType> require(String applicationId, String type) {
    return catalogue
        .find(applicationId, type)
        .map(found -> found.orElseThrow(InternalProblem::notFound));
  }
}
