package org.vestibule.hosted.policy;

/** The application whose records sign in by a login policy, and the owner client to reach it. */
public record IdentityStore(
    String domain, String applicationId, String entityType, String clientId, String clientSecret) {
  @Override
  public String toString() {
    return "IdentityStore[" + applicationId + ", " + clientId + ", ***]";
  }
}
