package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;

/** Gives the records that are there the rows of an index below a plural. */
public interface UniqueValueFill {
  /** Fills the index; 361 with the number of values in the way when they are not unique. */
  Uni<Void> fill(EntityType type, AttributeIndex index);
}
