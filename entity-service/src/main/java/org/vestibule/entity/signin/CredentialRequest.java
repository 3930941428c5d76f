package org.vestibule.entity.signin;

/** The internal call that checks a password. */
public record CredentialRequest(
    String identifierAttribute,
    String identifier,
    String password,
    String clientId,
    boolean bookkeeping) {
  /** Refuses calls without the three things that are compared. */
  public CredentialRequest {
    if (identifierAttribute == null || identifier == null || password == null) {
      throw new IllegalArgumentException("identifierAttribute, identifier or password is missing");
    }
  }

  @Override
  public String toString() {
    return "check by " + identifierAttribute;
  }
}
