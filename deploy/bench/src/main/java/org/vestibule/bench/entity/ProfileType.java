package org.vestibule.bench.entity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The entity type of the invented profiles and what one of them looks like. */
final class ProfileType {
  static final String NAME = "profile";

  /** So many profiles share a city, whatever the number of profiles. */
  static final int PER_CITY = 500;

  private static final String ABOUT = "Likes long walks, short queries and invented data. ";
  private static final int ABOUT_REPEATED = 12;

  private ProfileType() {}

  /** Attribute definitions: one unique, one indexed, one not indexed, the rest for the size. */
  static JsonArray attributes() {
    return new JsonArray()
        .add(
            string("email", 256)
                .put("case-sensitive", false)
                .put("constraints", new JsonArray().add("unique")))
        .add(string("givenName", 100))
        .add(string("familyName", 100))
        .add(string("city", 100).put("features", new JsonArray().add("query")))
        .add(string("nickname", 100))
        .add(new JsonObject().put("name", "visits").put("type", "integer"))
        .add(new JsonObject().put("name", "emailVerified").put("type", "dateTime"))
        .add(string("aboutMe", 2_000))
        .add(new JsonObject().put("name", "password").put("type", "password-bcrypt"));
  }

  /** A password that was hashed elsewhere. */
  static JsonObject hashed() {
    return new JsonObject()
        .put("type", "password-bcrypt")
        .put("value", "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy");
  }

  private static JsonObject string(String name, int length) {
    return new JsonObject().put("name", name).put("type", "string").put("length", length);
  }

  /** The profile of a number; {@code group} keeps the addresses of several sets apart. */
  static JsonObject profile(String group, long number) {
    return new JsonObject()
        .put("email", email(group, number))
        .put("givenName", "Jo " + number)
        .put("familyName", "Example " + group + number)
        .put("city", city(number))
        .put("nickname", "jo" + number % 1_000)
        .put("visits", number % 100)
        .put("emailVerified", "2026-01-01 12:00:00 +0000")
        .put("aboutMe", about());
  }

  static String email(String group, long number) {
    return group + number + "@example.com";
  }

  static String city(long number) {
    return "City " + number / PER_CITY;
  }

  static String about() {
    return ABOUT.repeat(ABOUT_REPEATED);
  }
}
