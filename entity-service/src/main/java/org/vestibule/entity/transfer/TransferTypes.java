package org.vestibule.entity.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeCatalogue;
import org.vestibule.platform.problem.InternalProblem;

/** The entity types that the operator names; unknown ones answer 404. */
@ApplicationScoped
public class TransferTypes {
  private final TypeCatalogue catalogue;

  /** Takes the catalogue. */
  public TransferTypes(TypeCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Uni<EntityType> require(String applicationId, String type) {
    return catalogue
        .find(applicationId, type)
        .map(found -> found.orElseThrow(InternalProblem::notFound));
  }
}
