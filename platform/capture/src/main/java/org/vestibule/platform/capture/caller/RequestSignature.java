package org.vestibule.platform.capture.caller;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vestibule.platform.crypto.Digests;

/**
 * The "janrain-signed" scheme (authentication.md 2.1): HMAC-SHA1 over path, date and sorted
 * parameters; the orders and the extra newline that published clients use are all accepted.
 */
final class RequestSignature {
  private static final Set<String> UNSIGNED = Set.of("client_id", "client_secret", "access_token");
  private static final Comparator<String> BY_BYTES =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private RequestSignature() {}

  /** Whether the signature is one of the accepted forms; compared in constant time. */
  static boolean matches(
      String secret, String path, String date, Map<String, String> parameters, String signature) {
    List<Map.Entry<String, String>> signed = signed(parameters);
    if (signed.stream().anyMatch(it -> isAmbiguous(it.getKey()))) {
      return false;
    }
    boolean matched = false;
    for (String text : accepted(path, date, signed)) {
      matched |= Digests.constantTimeEquals(Digests.hmacSha1Base64(secret, text), signature);
    }
    return matched;
  }

  private static List<String> accepted(
      String path, String date, List<Map.Entry<String, String>> signed) {
    String head = path + "\n" + date + "\n";
    return signed.isEmpty()
        ? List.of(head, head + "\n")
        : List.of(
            head + lines(signed, RequestSignature::pair), head + lines(signed, Map.Entry::getKey));
  }

  private static String lines(
      List<Map.Entry<String, String>> signed, Function<Map.Entry<String, String>, String> order) {
    return signed.stream()
        .sorted(Comparator.comparing(order, BY_BYTES))
        .map(it -> pair(it) + "\n")
        .collect(Collectors.joining());
  }

  private static String pair(Map.Entry<String, String> parameter) {
    return parameter.getKey() + "=" + parameter.getValue();
  }

  private static List<Map.Entry<String, String>> signed(Map<String, String> parameters) {
    return parameters.entrySet().stream().filter(it -> !UNSIGNED.contains(it.getKey())).toList();
  }

  private static boolean isAmbiguous(String name) {
    // A name with a line break or an equals sign could be moved into a value unnoticed.
    return name.indexOf('\n') >= 0 || name.indexOf('=') >= 0;
  }
}
