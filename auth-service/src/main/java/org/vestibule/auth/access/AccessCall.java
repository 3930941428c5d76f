package org.vestibule.auth.access;

import java.time.Instant;
import java.util.UUID;
import org.vestibule.auth.grant.Grantee;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.request.Parameters;

/**
 * A server's call about one record.
 *
 * @param client the client that something is made for
 * @param began when the call was read
 */
public record AccessCall(
    Parameters given,
    Caller caller,
    ClientView client,
    String entityType,
    UUID record,
    Instant began) {

  public String applicationId() {
    return caller.applicationId();
  }

  /** The record as the client is granted access to it. */
  public Grantee grantee() {
    return new Grantee(applicationId(), client.customerId(), client.id(), entityType, record);
  }
}
