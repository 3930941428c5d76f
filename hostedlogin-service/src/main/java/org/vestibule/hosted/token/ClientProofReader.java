package org.vestibule.hosted.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vestibule.hosted.wire.OAuthError;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ProblemException;

/** Reads the credentials of a client from header or form, never from both (hosted-login.md 2). */
final class ClientProofReader {
  private static final String AUTHORIZATION = "Authorization";
  private static final String CLIENT_ID = "client_id";
  private static final String CLIENT_SECRET = "client_secret";

  private ClientProofReader() {}

  static ClientProof read(EdgeRequest request, TokenForm form) {
    List<String> headers = request.headers().getAll(AUTHORIZATION);
    if (headers.size() > 1) {
      throw ambiguous();
    }
    return headers.isEmpty() ? ofForm(form) : ofHeader(headers.get(0), form);
  }

  private static ClientProof ofForm(TokenForm form) {
    String id = form.get(CLIENT_ID).orElseThrow(() -> refused(false));
    return new ClientProof(id, form.get(CLIENT_SECRET).stream().toList(), false);
  }

  private static ClientProof ofHeader(String header, TokenForm form) {
    String[] parts = header.strip().split(" +", 2);
    if (!parts[0].equalsIgnoreCase("Basic")) {
      throw refused(false);
    }
    ClientProof proof = ofBasic(parts.length < 2 ? "" : parts[1]);
    boolean named = form.get(CLIENT_ID).map(proof.clientId()::equals).orElse(true);
    if (!named || form.get(CLIENT_SECRET).isPresent()) {
      throw ambiguous();
    }
    return proof;
  }

  private static ClientProof ofBasic(String encoded) {
    String pair = decodeBase64(encoded);
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw refused(true);
    }
    String id = pair.substring(0, colon);
    String secret = pair.substring(colon + 1);
    return new ClientProof(decodeForm(id).orElse(id), forms(secret), true);
  }

  /** RFC 6749, 2.3.1 wants id and secret form-encoded; many clients send them as they are. */
  private static List<String> forms(String secret) {
    return Stream.concat(decodeForm(secret).stream(), Stream.of(secret))
        .filter(it -> !it.isEmpty())
        .distinct()
        .toList();
  }

  private static Optional<String> decodeForm(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  private static String decodeBase64(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw refused(true);
    }
  }

  private static ProblemException ambiguous() {
    return OAuthError.invalid_request
        .because("the client must authenticate in one way only")
        .exception();
  }

  private static ProblemException refused(boolean basic) {
    return ClientCheck.refusal(basic).exception();
  }
}
