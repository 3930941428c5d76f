package org.vestibule.platform.capture.caller;

import static org.vestibule.platform.capture.caller.ClientFeature.ACCESS_ISSUER;
import static org.vestibule.platform.capture.caller.ClientFeature.DIRECT_ACCESS;
import static org.vestibule.platform.capture.caller.ClientFeature.DIRECT_READ_ACCESS;
import static org.vestibule.platform.capture.caller.ClientFeature.LOGIN_CLIENT;
import static org.vestibule.platform.capture.caller.ClientFeature.OWNER;

import java.util.List;
import org.vestibule.platform.capture.directory.ClientView;

/**
 * The permission matrix of the registration domain: which features may call an operation with a
 * client's credentials, and whether a user's token may (authentication.md 3.1, entity.md 2.3).
 */
public enum CaptureOperation {
  ENTITY(true, OWNER, DIRECT_ACCESS, DIRECT_READ_ACCESS),
  ENTITY_FIND(false, OWNER, DIRECT_ACCESS, DIRECT_READ_ACCESS),
  ENTITY_COUNT(false, OWNER, DIRECT_ACCESS, DIRECT_READ_ACCESS),
  ENTITY_CREATE(false, OWNER, DIRECT_ACCESS),
  ENTITY_UPDATE(true, OWNER, DIRECT_ACCESS),
  ENTITY_REPLACE(true, OWNER, DIRECT_ACCESS),
  ENTITY_DELETE(true, OWNER, DIRECT_ACCESS),
  ENTITY_BULK_CREATE(false, OWNER, DIRECT_ACCESS),
  ENTITY_ADOPT(true, OWNER, DIRECT_ACCESS),
  ENTITY_ATTRIBUTE_VALUES(false, OWNER, DIRECT_ACCESS, DIRECT_READ_ACCESS),
  /** Removing many records in one call: {@code entity.purge} and {@code entity.bulkDelete}. */
  ENTITY_PURGE(false, OWNER),
  VERSIONS(false, OWNER, DIRECT_ACCESS, DIRECT_READ_ACCESS),
  ENTITY_TYPE(true, OWNER, ACCESS_ISSUER, DIRECT_ACCESS, DIRECT_READ_ACCESS, LOGIN_CLIENT),
  ENTITY_TYPE_ACCESS_SCHEMA(
      false, OWNER, ACCESS_ISSUER, DIRECT_ACCESS, DIRECT_READ_ACCESS, LOGIN_CLIENT),
  /** Listing, making and changing entity types with their rules and access schemas. */
  ENTITY_TYPE_CHANGE(false, OWNER),
  ENTITY_DELETE_ACCESS(false, OWNER, ACCESS_ISSUER, DIRECT_ACCESS, LOGIN_CLIENT),
  ACCESS_TOKEN(false, OWNER, ACCESS_ISSUER, DIRECT_ACCESS),
  AUTHORIZATION_CODE(false, OWNER, ACCESS_ISSUER, DIRECT_ACCESS),
  VERIFICATION_CODE(false, OWNER, ACCESS_ISSUER, DIRECT_ACCESS),
  CREATION_TOKEN(false, OWNER, ACCESS_ISSUER, DIRECT_ACCESS),
  /** A login client exchanges only what was issued to itself, as every client does. */
  OAUTH_TOKEN(false, OWNER, ACCESS_ISSUER, DIRECT_ACCESS, LOGIN_CLIENT),
  NATIVE(false, LOGIN_CLIENT);

  private final boolean byToken;
  private final List<ClientFeature> features;

  CaptureOperation(boolean byToken, ClientFeature... features) {
    this.byToken = byToken;
    this.features = List.of(features);
  }

  /** Whether a user's access token may call it for the user's own record. */
  public boolean allowsToken() {
    return byToken;
  }

  /** Whether the client's list of addresses holds (authentication.md 8.3 lets one call pass). */
  public boolean isLimitedToAddresses() {
    return this != VERIFICATION_CODE;
  }

  /** Whether one of the client's features may call it. */
  public boolean allows(ClientView client) {
    for (ClientFeature feature : features) {
      if (client.has(feature)) {
        return true;
      }
    }
    return false;
  }
}
