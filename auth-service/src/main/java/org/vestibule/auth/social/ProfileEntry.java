package org.vestibule.auth.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.json.Json;

/**
 * The element of {@code profiles} that a social identity becomes: lists where the attribute has
 * lists, each of one element. What does not fit an entity type is left out where it is stored.
 */
public final class ProfileEntry {
  private static final String KEEPS_CREDENTIALS = "store_access_credentials";
  private static final String VALUE = "value";
  private static final List<String> SCALARS =
      List.of("displayName", "preferredUsername", "gender", "birthday", "utcOffset", "aboutMe");
  private static final List<String> NAMES =
      List.of(
          "formatted",
          "givenName",
          "middleName",
          "familyName",
          "honorificPrefix",
          "honorificSuffix");
  private static final List<String> ADDRESS =
      List.of(
          "formatted",
          "streetAddress",
          "extendedAddress",
          "locality",
          "region",
          "postalCode",
          "poBox",
          "country");

  private ProfileEntry() {}

  /** The element; the provider's tokens are in it only when the client's settings keep them. */
  public static ObjectNode of(SocialProfile told, ClientView client) {
    ObjectNode entry = Json.object().put("identifier", told.identifier());
    entry.put("domain", domain(told)).put("providerSpecifier", told.provider());
    entry.putObject("provider").put("name", told.providerName()).put("type", told.provider());
    told.verifiedEmail().ifPresent(it -> entry.put("verifiedEmail", it));
    told.text("profile.photo").ifPresent(it -> entry.put("photo", it));
    told.text("profile.googleUserId").ifPresent(it -> entry.put("remote_key", it));
    entry.set("profile", profile(told));
    if (client.booleanSetting(KEEPS_CREDENTIALS, false)) {
      told.accessCredentials().ifPresent(it -> entry.set("accessCredentials", it));
    }
    return entry;
  }

  private static JsonNode profile(SocialProfile told) {
    ObjectNode profile = texts(told, "profile.", SCALARS);
    put(profile, "name", texts(told, "profile.name.", NAMES));
    told.text("profile.url").ifPresent(it -> profile.put("profileUrl", it));
    told.email().ifPresent(it -> list(profile, "emails", it));
    told.text("profile.photo").ifPresent(it -> list(profile, "photos", it));
    told.text("profile.url").ifPresent(it -> list(profile, "urls", it));
    told.text("profile.phoneNumber").ifPresent(it -> list(profile, "phoneNumbers", it));
    ObjectNode address = texts(told, "profile.address.", ADDRESS);
    if (!address.isEmpty()) {
      profile.putArray("addresses").add(address);
    }
    return profile;
  }

  private static ObjectNode texts(SocialProfile told, String parent, List<String> members) {
    ObjectNode texts = Json.object();
    members.forEach(name -> told.text(parent + name).ifPresent(it -> texts.put(name, it)));
    return texts;
  }

  private static void put(ObjectNode parent, String name, ObjectNode child) {
    if (!child.isEmpty()) {
      parent.set(name, child);
    }
  }

  private static void list(ObjectNode parent, String name, String value) {
    parent.putArray(name).addObject().put(VALUE, value).put("primary", true);
  }

  /** {@code facebook.com} of an identifier that is a URL, else the provider. */
  private static String domain(SocialProfile told) {
    try {
      String host = URI.create(told.identifier()).getHost();
      return host == null ? told.provider() : host.replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException notAUrl) {
      return told.provider();
    }
  }
}
