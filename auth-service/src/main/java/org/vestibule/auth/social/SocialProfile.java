package org.vestibule.auth.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vestibule.auth.form.Addresses;
import org.vestibule.platform.json.Json;

/**
 * What a provider told of a person (social.md 2.1). Everything in it is text of a stranger: a
 * member of another type, too long or with control characters counts as absent.
 *
 * @param content the members {@code profile} and, where the provider issued tokens, {@code
 *     accessCredentials}
 */
public record SocialProfile(ObjectNode content) {
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_ADDRESS = 254;
  private static final int LARGEST = 65_536;
  private static final String PROFILE = "profile.";
  private static final String CREDENTIALS = "accessCredentials";

  /** Takes what was told, or nothing when it names nobody or is too large. */
  public static Optional<SocialProfile> of(JsonNode profile, JsonNode accessCredentials) {
    if (profile == null || !profile.isObject()) {
      return Optional.empty();
    }
    ObjectNode content = Json.object();
    content.set("profile", profile);
    if (accessCredentials != null && accessCredentials.isObject()) {
      content.set(CREDENTIALS, accessCredentials);
    }
    return Optional.of(new SocialProfile(content)).filter(SocialProfile::isUsable);
  }

  private boolean isUsable() {
    return identifier() != null
        && text(PROFILE + "providerName").isPresent()
        && Json.write(content).length() <= LARGEST;
  }

  /** The provider's name of the person, unlike that of everybody else; exactly as it was told. */
  public String identifier() {
    String identifier = content.path("profile").path("identifier").textValue();
    boolean isName = identifier != null && clean(identifier).filter(identifier::equals).isPresent();
    return isName ? identifier : null;
  }

  /** The provider's short name, such as {@code facebook}. */
  public String provider() {
    return text(PROFILE + "providerSpecifier")
        .or(() -> text(PROFILE + "providerName"))
        .orElseThrow()
        .toLowerCase(Locale.ROOT);
  }

  /** The provider's name for people, such as {@code Facebook}. */
  String providerName() {
    return text(PROFILE + "providerName").orElseThrow();
  }

  /** The address that the provider vouches for. */
  public Optional<String> verifiedEmail() {
    return address(PROFILE + "verifiedEmail");
  }

  /** The address that the provider told, whether it knows it to be the person's or not. */
  public Optional<String> email() {
    return verifiedEmail().or(() -> address(PROFILE + "email"));
  }

  private Optional<String> address(String path) {
    return text(path).filter(it -> it.length() <= LONGEST_ADDRESS).filter(Addresses::takeMail);
  }

  /**
   * Whether the provider vouches for this address, to the letter but for ASCII case: other letters
   * that fold into each other may stand in the addresses of different people.
   */
  public boolean vouchesFor(String address) {
    return verifiedEmail()
        .filter(verified -> isAscii(verified) && isAscii(address))
        .filter(verified -> verified.equalsIgnoreCase(address))
        .or(() -> verifiedEmail().filter(address::equals))
        .isPresent();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** The text at a dotted path, such as {@code profile.name.givenName}. */
  public Optional<String> text(String path) {
    JsonNode at = content;
    for (String step : path.split("\\.")) {
      at = at.path(step);
    }
    return Optional.ofNullable(at.textValue()).flatMap(SocialProfile::clean);
  }

  /** What belongs into an attribute of a record when nobody says where it comes from. */
  public Optional<String> attribute(String attribute) {
    return switch (attribute) {
      case "email" -> email();
      case "givenName", "familyName", "middleName" -> text(PROFILE + "name." + attribute);
      case "displayName" -> first("displayName", "preferredUsername", "name.formatted");
      case "gender", "birthday", "photo" -> text(PROFILE + attribute);
      default -> Optional.empty();
    };
  }

  private Optional<String> first(String... members) {
    return Stream.of(members).flatMap(it -> text(PROFILE + it).stream()).findFirst();
  }

  /** The tokens that the provider issued. */
  Optional<JsonNode> accessCredentials() {
    return Optional.ofNullable(content.get(CREDENTIALS));
  }

  private static Optional<String> clean(String text) {
    String stripped = text.strip();
    boolean isPlain =
        !stripped.isEmpty()
            && stripped.length() <= LONGEST_TEXT
            && stripped.codePoints().noneMatch(SocialProfile::isControl);
    return isPlain ? Optional.of(stripped) : Optional.empty();
  }

  private static boolean isControl(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  @Override
  public String toString() {
    return "SocialProfile[***]";
  }
}
