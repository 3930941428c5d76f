package org.vestibule.hosted.token;

import java.util.List;
import java.util.Optional;
import org.vestibule.hosted.wire.OAuthError;
import org.vestibule.hosted.wire.OAuthProblem;
import org.vestibule.platform.crypto.Digests;

/** Decides whether a caller is the client that it says it is, with equal work for every refusal. */
final class ClientCheck {
  /** What a secret is compared with when there is no client: nothing has this hash. */
  private static final List<String> NOBODY = List.of("0".repeat(64));

  private ClientCheck() {}

  /** The client, or the problem that tells nothing but that it is not. */
  static TokenClient require(Optional<TokenClient> client, ClientProof proof) {
    boolean matches = isOneOf(client.map(TokenClient::secretHashes).orElse(NOBODY), proof);
    return client
        .filter(it -> it.isPublic() ? proof.secrets().isEmpty() : matches)
        .orElseThrow(() -> refusal(proof.basic()).exception());
  }

  static OAuthProblem refusal(boolean sentBasic) {
    return OAuthError.invalid_client.because("client authentication failed").challenging(sentBasic);
  }

  private static boolean isOneOf(List<String> hashes, ClientProof proof) {
    boolean matched = false;
    for (String secret : proof.secrets()) {
      String shown = Digests.sha256Hex(secret);
      for (String hash : hashes) {
        matched |= Digests.constantTimeEquals(hash, shown);
      }
    }
    return matched;
  }
}
