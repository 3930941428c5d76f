package org.vestibule.entity.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An API client of one of the two applications under test, one per feature. */
public record TestClient(TestApplication application, String feature) {
  private static final List<String> FEATURES =
      List.of(
          "owner",
          "direct_access",
          "direct_read_access",
          "access_issuer",
          "login_client",
          "fenced_owner");

  public static List<TestClient> all() {
    return Arrays.stream(TestApplication.values())
        .flatMap(app -> FEATURES.stream().map(feature -> new TestClient(app, feature)))
        .toList();
  }

  static Optional<TestClient> byId(String id) {
    return all().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** Whether the client may call from addresses far from here only. */
  boolean isFenced() {
    return feature.startsWith("fenced");
  }

  public String id() {
    return application.name().toLowerCase(Locale.ROOT) + "-" + feature.replace('_', '-');
  }

  public String secret() {
    return "secret-of-" + id() + "-000000";
  }
}
