package org.vestibule.hosted.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.hosted.discovery.Member.GRANT_TYPES_SUPPORTED;
import static org.vestibule.hosted.discovery.Member.ISSUER;
import static org.vestibule.hosted.discovery.Member.JWKS_URI;
import static org.vestibule.hosted.discovery.Member.SCOPES_SUPPORTED;
import static org.vestibule.hosted.discovery.Member.TOKEN_ENDPOINT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vestibule.hosted.customer.CustomerView;

class DiscoveryDocumentTest {
  private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final String URL = "https://id.example.com/11111111-1111-4111-8111-111111111111";

  @Test
  void features_areMergedInTheOrderOfTheSpec() {
    Contribution keys = () -> List.of(new Statement.Endpoint(JWKS_URI, "/login/jwk"));
    Contribution token =
        () ->
            List.of(
                new Statement.Supports(
                    GRANT_TYPES_SUPPORTED, List.of("client_credentials", "urn:other")),
                new Statement.Endpoint(TOKEN_ENDPOINT, "/login/token"));
    Contribution codes =
        () ->
            List.of(
                new Statement.Supports(
                    GRANT_TYPES_SUPPORTED,
                    List.of("refresh_token", "authorization_code", "client_credentials")));

    assertThat(write(keys, token, codes, new IssuerContribution()))
        .isEqualTo(
            ("{'issuer':'%1$s/login','token_endpoint':'%1$s/login/token',"
                    + "'jwks_uri':'%1$s/login/jwk','grant_types_supported':['authorization_code',"
                    + "'refresh_token','client_credentials','urn:other']}")
                .formatted(URL)
                .replace('\'', '"'));
  }

  @Test
  void whatNobodySays_isNotPrinted() {
    assertThat(write(() -> List.of(new Statement.Supports(SCOPES_SUPPORTED, List.of("openid")))))
        .isEqualTo("{\"scopes_supported\":[\"openid\"]}");
  }

  @Test
  void members_haveTheOrderOfTheSpec() {
    assertThat(Stream.of(Member.values()).map(Member::wireName).limit(8))
        .containsExactly(
            "issuer",
            "authorization_endpoint",
            "token_endpoint",
            "introspection_endpoint",
            "revocation_endpoint",
            "userinfo_endpoint",
            "jwks_uri",
            "end_session_endpoint");
    assertThat(Member.values()).hasSize(28).startsWith(ISSUER);
  }

  private static String write(Contribution... contributions) {
    byte[] bytes =
        new DiscoveryDocument(List.of(contributions))
            .write(new CustomerView(ID, "https://id.example.com"));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
