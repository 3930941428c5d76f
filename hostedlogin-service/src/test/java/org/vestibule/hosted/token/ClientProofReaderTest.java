package org.vestibule.hosted.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.hosted.TestRequests.form;
import static org.vestibule.hosted.TestRequests.with;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.hosted.wire.OAuthProblem;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ProblemException;

class ClientProofReaderTest {
  private static final String ID = "5d2ef1c0-0000-4000-8000-000000000001";

  @Test
  void basic_isReadDecodedAndRaw() {
    assertThat(read("", basic(ID + ":plain")).secrets()).containsExactly("plain");
    assertThat(read("", basic(ID + ":a%2Bb")).secrets()).containsExactly("a+b", "a%2Bb");
    assertThat(read("", basic(ID + ":a+b:c")).secrets()).containsExactly("a b:c", "a+b:c");
    assertThat(read("", basic(ID + ":100%")).secrets()).containsExactly("100%");
    assertThat(read("", basic(ID + ":")).secrets()).isEmpty();
    assertThat(read("", basic("5d2ef1c0%2D0000-4000-8000-000000000001:s")).id())
        .isEqualTo(UUID.fromString(ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic ", "basic ", "BASIC   "})
  void schemeOfTheHeader_isNotCaseSensitive(String scheme) {
    assertThat(read("", scheme + encode(ID + ":s")).basic()).isTrue();
  }

  @Test
  void form_isRead() {
    ClientProof proof = read("client_id=" + ID + "&client_secret=a%2Bb", null);

    assertThat(proof.secrets()).containsExactly("a+b");
    assertThat(proof.basic()).isFalse();
    assertThat(read("client_id=" + ID, null).secrets()).isEmpty();
    assertThat(read("client_id=" + ID + "&client_secret=", null).secrets()).isEmpty();
  }

  @Test
  void basicWithTheSameIdInTheForm_isOneWay() {
    assertThat(read("client_id=" + ID, basic(ID + ":s")).clientId()).isEqualTo(ID);
    assertThat(read("client_id=" + ID + "&client_secret=", basic(ID + ":s")).secrets()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"client_id=other", "client_secret=s", "client_id=" + ID + "&client_secret=s"})
  void twoWays_areRefused(String body) {
    assertThat(refusal(body, basic(ID + ":s"))).isEqualTo("invalid_request without challenge");
  }

  @Test
  void twoHeaders_areRefused() {
    EdgeRequest request = with(form(""), "Authorization", basic(ID + ":s"));
    assertThat(refusal(with(request, "Authorization", basic(ID + ":t"))))
        .isEqualTo("invalid_request without challenge");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none | invalid_client without challenge",
        "Bearer abc | invalid_client without challenge",
        "Basic | invalid_client with challenge",
        "Basic ??? | invalid_client with challenge",
        "Basic bm9jb2xvbg== | invalid_client with challenge"
      })
  void noProof_isRefused(String header, String expected) {
    assertThat(refusal("grant_type=x", header)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "1-1-1-1-1", "5D2EF1C0-0000-4000-8000-000000000001", " " + ID})
  void whatIsNoId_isNobody(String id) {
    assertThat(new ClientProof(id, java.util.List.of(), false).id()).isEqualTo(new UUID(0, 0));
  }

  @Test
  void toString_tellsNoSecret() {
    assertThat(read("", basic(ID + ":s3cr3t")).toString()).doesNotContain("s3cr3t").contains(ID);
  }

  private static String refusal(String body, String header) {
    return refusal(header == null ? form(body) : with(form(body), "Authorization", header));
  }

  private static String refusal(EdgeRequest request) {
    TokenForm form = TokenFormReader.read(request);
    ProblemException refused =
        (ProblemException)
            org.assertj.core.api.Assertions.catchThrowable(
                () -> ClientProofReader.read(request, form));
    OAuthProblem problem = (OAuthProblem) refused.problem();
    return problem.error() + (problem.challenge() ? " with challenge" : " without challenge");
  }

  private static ClientProof read(String body, String header) {
    EdgeRequest request = header == null ? form(body) : with(form(body), "Authorization", header);
    return ClientProofReader.read(request, TokenFormReader.read(request));
  }

  private static String basic(String pair) {
    return "Basic " + encode(pair);
  }

  private static String encode(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
