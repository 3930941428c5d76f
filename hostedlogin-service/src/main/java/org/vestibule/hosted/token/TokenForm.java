package org.vestibule.hosted.token;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vestibule.hosted.wire.OAuthError;

/**
 * The parameters of a token request; one without value counts as absent (RFC 6749, 3.2), {@code
 * resources} are the one parameter that may come several times (RFC 8707).
 */
public record TokenForm(Map<String, String> values, List<String> resources) {
  /** Keeps its own copies. */
  public TokenForm {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    resources = List.copyOf(resources);
  }

  /** A parameter. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /** A parameter without which the request makes no sense. */
  public String require(String name) {
    return get(name)
        .orElseThrow(() -> OAuthError.invalid_request.because(name + " is missing").exception());
  }

  /** Parameters hold secrets. */
  @Override
  public String toString() {
    return "TokenForm" + values.keySet();
  }
}
