package org.vestibule.entity.api;

import org.vestibule.entity.record.Reading;
import org.vestibule.entity.record.Sight;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;

/** A call with its entity type and what the caller sees of it. */
record TypedCall(Call call, EntityType type, Sight sight) {
  CallContext context() {
    return call.caller().context();
  }

  /** Everything that the caller sees of a record. */
  Reading wholeReading() {
    return Reading.of(type.schema(), sight);
  }
}
