package org.vestibule.hosted.token;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.vestibule.platform.crypto.Digests;

/** Clients as the token endpoint sees them. */
final class TestTokenClients {
  private static final UUID CUSTOMER = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final UUID ID = UUID.fromString("5d2ef1c0-0000-4000-8000-000000000001");

  private TestTokenClients() {}

  static TokenClient confidential(String... secrets) {
    return client(false, Stream.of(secrets).map(Digests::sha256Hex).toList(), List.of("*:**"));
  }

  static TokenClient ofPublic() {
    return client(true, List.of(), List.of("openid"));
  }

  static TokenClient allowed(String... scopes) {
    return client(false, List.of(), List.of(scopes));
  }

  private static TokenClient client(boolean isPublic, List<String> hashes, List<String> scopes) {
    TokenClient.Policy policy =
        new TokenClient.Policy(3600, scopes, List.of("client_credentials"), List.of());
    return new TokenClient(CUSTOMER, ID, isPublic, !isPublic, hashes, List.of(), policy);
  }
}
