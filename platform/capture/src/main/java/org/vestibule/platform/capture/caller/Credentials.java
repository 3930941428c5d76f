package org.vestibule.platform.capture.caller;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/** The first credentials that a call brings (authentication.md 2): header, parameters, token. */
public sealed interface Credentials {
  /** Goes on by the kind of the credentials. */
  <R> R fold(
      Function<Secret, R> onSecret, Function<Signed, R> onSigned, Function<Token, R> onToken);

  /** Client id and secret, by Basic or as parameters. */
  record Secret(String clientId, String secret) implements Credentials {
    @Override
    public <R> R fold(
        Function<Secret, R> onSecret, Function<Signed, R> onSigned, Function<Token, R> onToken) {
      return onSecret.apply(this);
    }
  }

  /** A signed request. */
  record Signed(String clientId, String signature) implements Credentials {
    @Override
    public <R> R fold(
        Function<Secret, R> onSecret, Function<Signed, R> onSigned, Function<Token, R> onToken) {
      return onSigned.apply(this);
    }
  }

  /** A user's access token. */
  record Token(String token) implements Credentials {
    @Override
    public <R> R fold(
        Function<Secret, R> onSecret, Function<Signed, R> onSigned, Function<Token, R> onToken) {
      return onToken.apply(this);
    }
  }

  /** Reads the credentials; none at all is problem 205. */
  static Credentials of(CaptureRequest request) {
    return find(request).orElseThrow(() -> CaptureProblem.noAuthentication().exception());
  }

  /** The credentials, if there are any. */
  static Optional<Credentials> find(CaptureRequest request) {
    return header(request)
        .or(() -> parameters(request))
        .or(() -> request.parameters().filled("access_token").map(Token::new));
  }

  /** The credentials of the {@code Authorization} header alone. */
  static Optional<Credentials> header(CaptureRequest request) {
    String header = request.edge().header("Authorization");
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    String[] parts = header.trim().split("\\s+", 2);
    String rest = parts.length == 2 ? parts[1].trim() : "";
    if (parts[0].equalsIgnoreCase("Basic")) {
      return basic(rest);
    }
    if (parts[0].equalsIgnoreCase("Signature")) {
      return Optional.of(signature(rest));
    }
    if (parts[0].equalsIgnoreCase("OAuth") || parts[0].equalsIgnoreCase("Bearer")) {
      return Optional.of(new Token(rest));
    }
    throw CaptureProblem.unsupportedAuthentication().exception();
  }

  private static Optional<Credentials> basic(String encoded) {
    String decoded = decode(encoded);
    int colon = decoded.indexOf(':');
    if (colon < 0) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
    // A public client sends "Basic Og==", an empty user and password: no header at all.
    return decoded.equals(":")
        ? Optional.empty()
        : Optional.of(new Secret(decoded.substring(0, colon), decoded.substring(colon + 1)));
  }

  private static String decode(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
  }

  private static Credentials signature(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
    return new Signed(text.substring(0, colon), text.substring(colon + 1));
  }

  private static Optional<Credentials> parameters(CaptureRequest request) {
    return request
        .parameters()
        .filled("client_id")
        .flatMap(id -> request.parameters().get("client_secret").map(it -> new Secret(id, it)));
  }
}
