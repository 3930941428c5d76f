package org.vestibule.auth.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.vestibule.auth.form.AttributeValue;
import org.vestibule.auth.social.SocialProfile;
import org.vestibule.platform.capture.directory.SchemaView;
import org.vestibule.platform.json.Json;

/** Attributes of a new record that come of what a social provider told. */
final class SocialAttributes {
  private static final String EMAIL_VERIFIED = "emailVerified";
  private static final String BIRTHDAY = "birthday";
  private static final List<String> FILLED =
      List.of("email", "displayName", "givenName", "middleName", "familyName", "gender", BIRTHDAY);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss '+0000'").withZone(ZoneOffset.UTC);

  private SocialAttributes() {}

  /** All that the profile has for a record without a form. */
  static ObjectNode all(SocialProfile profile, SchemaView schema, Instant now) {
    ObjectNode attributes = Json.object();
    for (String name : FILLED) {
      if (schema.attribute(name).isPresent()) {
        profile
            .attribute(name)
            .filter(text -> !name.equals(BIRTHDAY) || AttributeValue.date(text).isPresent())
            .ifPresent(text -> attributes.put(name, text));
      }
    }
    return verified(attributes, profile, schema, now);
  }

  /** The attributes of a form; its address counts as verified when the provider vouches for it. */
  static ObjectNode verified(
      ObjectNode attributes, SocialProfile profile, SchemaView schema, Instant now) {
    String address = attributes.path("email").textValue();
    boolean isVerified =
        address != null
            && profile.vouchesFor(address)
            && schema.attribute(EMAIL_VERIFIED).isPresent();
    return isVerified ? attributes.deepCopy().put(EMAIL_VERIFIED, TIME.format(now)) : attributes;
  }
}
