package org.vestibule.auth.factor;

import java.util.UUID;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.http.CallContext;

/** A person whose second factor is asked for, with the client whose settings hold. */
public record FactorPerson(ClientView client, RecordRef record, CallContext context) {

  public String applicationId() {
    return record.applicationId();
  }

  public String entityType() {
    return record.entityType();
  }

  public UUID uuid() {
    return record.uuid();
  }
}
