package org.vestibule.entity.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The internal call that registers a person: attributes with the password in plain text.
 *
 * @param social the identity that the person came with, an element of {@code profiles}; null = none
 */
public record RegistrationRequest(ObjectNode attributes, String clientId, ObjectNode social) {
  /** Refuses calls without attributes. */
  public RegistrationRequest {
    if (attributes == null) {
      throw new IllegalArgumentException("attributes are missing");
    }
  }

  @Override
  public String toString() {
    return "registration by " + clientId;
  }
}
