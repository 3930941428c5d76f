package org.vestibule.local.transfer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The path of the internal calls about a type. */
final class TypePath {
  private TypePath() {}

  static String of(String applicationId, String type) {
    return "/internal/applications/" + encode(applicationId) + "/types/" + encode(type);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
