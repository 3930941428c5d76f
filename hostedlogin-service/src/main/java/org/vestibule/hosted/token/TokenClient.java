package org.vestibule.hosted.token;

import java.util.List;
import java.util.UUID;

/** What the token endpoint knows of a client: how it proves itself and what its policy allows. */
public record TokenClient(
    UUID customerId,
    UUID id,
    boolean isPublic,
    boolean isConfiguration,
    List<String> secretHashes,
    List<String> redirectUris,
    Policy policy) {

  /** The token policy of the client. */
  public record Policy(
      int accessTokenLifetime,
      List<String> scopes,
      List<String> grantTypes,
      List<String> resources) {}
}
