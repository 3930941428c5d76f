package org.vestibule.e2e.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds thousands of secrets in megabytes of text in one pass: as they are, in hexadecimal, as
 * bytes are printed by the database, and in Base64.
 */
final class SecretSearch {
  private static final int HEAD = 8;
  private final Map<String, List<Form>> byHead = new HashMap<>();

  private record Form(String secret, String written) {}

  SecretSearch(Collection<String> secrets) {
    secrets.stream().filter(it -> it.length() >= HEAD).forEach(this::add);
  }

  private void add(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    add(new Form(secret, secret));
    add(new Form(secret, HexFormat.of().formatHex(bytes)));
    // The last characters of Base64 depend on what follows the secret.
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    add(new Form(secret, base64.substring(0, bytes.length / 3 * 4)));
  }

  private void add(Form form) {
    byHead.merge(form.written.substring(0, HEAD), List.of(form), SecretSearch::both);
  }

  private static List<Form> both(List<Form> left, List<Form> right) {
    return Stream.concat(left.stream(), right.stream()).toList();
  }

  /** The secrets that the text holds. */
  TreeSet<String> in(String text) {
    TreeSet<String> found = new TreeSet<>();
    for (int start = 0; start + HEAD <= text.length(); start++) {
      int at = start;
      byHead.getOrDefault(text.substring(start, start + HEAD), List.of()).stream()
          .filter(form -> text.startsWith(form.written, at))
          .forEach(form -> found.add(form.secret));
    }
    return found;
  }
}
