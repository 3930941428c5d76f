package org.vestibule.entity.social;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.vestibule.entity.record.RecordState;

/** What the social calls want to know of a record. */
record SocialRecord(RecordState state) {
  private static final String CAPTURE = "capture";

  boolean isDeactivated() {
    return state.doc().path("deactivateAccount").isTextual();
  }

  boolean isEmailVerified() {
    return state.doc().path("emailVerified").isTextual();
  }

  String email() {
    return state.doc().path("email").textValue();
  }

  boolean hasOtherWayIn() {
    return state.password().isPresent() || state.doc().path(SocialEntry.PROFILES).size() > 1;
  }

  /** How the person signs in: {@code capture} for a password, else the first social provider. */
  String provider() {
    JsonNode first = state.doc().path(SocialEntry.PROFILES).path(0);
    return state.password().isPresent() ? CAPTURE : provider(first).orElse(CAPTURE);
  }

  private static Optional<String> provider(JsonNode element) {
    return text(element.path("providerSpecifier"))
        .or(() -> text(element.path("provider").path("name")).map(SocialRecord::lower))
        .or(() -> text(element.path("domain")).map(SocialRecord::label));
  }

  /** {@code facebook} of {@code www.facebook.com}. */
  private static String label(String domain) {
    String[] labels = lower(domain).split("\\.");
    return labels.length < 2 ? lower(domain) : labels[labels.length - 2];
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.textValue()).filter(it -> !it.isBlank());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
