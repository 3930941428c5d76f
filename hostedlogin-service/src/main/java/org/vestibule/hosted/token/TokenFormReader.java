package org.vestibule.hosted.token;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.hosted.wire.OAuthError;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.http.FormBody;
import org.vestibule.platform.problem.ProblemException;

/** Reads the form of a token request from its body alone (hosted-login.md 2). */
final class TokenFormReader {
  private static final String RESOURCE = "resource";
  private static final int MAX_BODY = 64 * 1024;

  private TokenFormReader() {}

  static TokenForm read(EdgeRequest request) {
    if (request.body().length > MAX_BODY) {
      throw refused("the request is too long");
    }
    Map<String, String> values = new LinkedHashMap<>();
    List<String> resources = new ArrayList<>();
    for (Map.Entry<String, String> pair : pairs(request)) {
      if (pair.getKey().equals(RESOURCE)) {
        resources.add(pair.getValue());
      } else if (values.putIfAbsent(pair.getKey(), pair.getValue()) != null) {
        throw refused("a parameter is given more than once");
      }
    }
    return new TokenForm(values, resources.stream().filter(it -> !it.isEmpty()).toList());
  }

  private static List<Map.Entry<String, String>> pairs(EdgeRequest request) {
    try {
      return switch (request.mediaType()) {
        case "application/x-www-form-urlencoded" ->
            FormBody.urlEncoded(new String(request.body(), StandardCharsets.UTF_8));
        case "multipart/form-data" -> FormBody.multipart(request);
        default -> throw refused("the body must be a form");
      };
    } catch (FormBody.Malformed malformed) {
      throw refused(malformed.getMessage());
    }
  }

  private static ProblemException refused(String description) {
    return OAuthError.invalid_request.because(description).exception();
  }
}
