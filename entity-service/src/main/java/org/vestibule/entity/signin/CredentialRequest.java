package org.vestibule.entity.signin;

/** The internal call that checks a password. */
public record CredentialRequest(
    String identifierAttribute,
    String identifier,
    String password,
    String clientId,
    boolean bookkeeping) {
  @Override
  public String toString() {
    return "check by " + identifierAttribute;
  }
}
