package org.vestibule.config.setting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vestibule.platform.json.Json;

/** The predefined settings; every other name is a custom setting (configuration.md 2). */
public final class SettingCatalogue {
  /** The client setting that ties a client to an OpenID Connect client; never changed here. */
  public static final String OIDC_CLIENT = "janrainOidcClientId";

  private static final String RESOURCE = "/settings/predefined.json";
  private static final String TYPE = "{entity_type}";
  private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final List<PredefinedSetting> ALL = load();
  private static final Map<String, PredefinedSetting> FIXED =
      ALL.stream()
          .filter(it -> !isOfType(it))
          .collect(Collectors.toMap(PredefinedSetting::name, Function.identity()));

  /** The longest ending first, because some endings end with others. */
  private static final List<PredefinedSetting> OF_TYPES =
      ALL.stream()
          .filter(SettingCatalogue::isOfType)
          .sorted(Comparator.comparing(it -> -it.name().length()))
          .toList();

  private SettingCatalogue() {}

  /** The predefined setting of this name; one of an entity type whether the type exists or not. */
  public static Optional<PredefinedSetting> find(String name) {
    return Optional.ofNullable(FIXED.get(name))
        .or(() -> OF_TYPES.stream().filter(it -> isFor(it, name)).findFirst())
        .map(it -> it.named(name));
  }

  /** All of an application with these entity types. */
  public static List<PredefinedSetting> of(List<String> entityTypes) {
    return ALL.stream().flatMap(it -> forTypes(it, entityTypes)).toList();
  }

  static boolean isSecret(String name) {
    return find(name).map(PredefinedSetting::secret).orElse(false);
  }

  private static Stream<PredefinedSetting> forTypes(PredefinedSetting it, List<String> types) {
    return isOfType(it)
        ? types.stream().map(type -> it.named(it.name().replace(TYPE, type)))
        : Stream.of(it);
  }

  private static boolean isOfType(PredefinedSetting setting) {
    return setting.name().startsWith(TYPE);
  }

  private static boolean isFor(PredefinedSetting setting, String name) {
    String ending = setting.name().substring(TYPE.length());
    return name.endsWith(ending)
        && TYPE_NAME.matcher(name.substring(0, name.length() - ending.length())).matches();
  }

  private static List<PredefinedSetting> load() {
    try (InputStream in = SettingCatalogue.class.getResourceAsStream(RESOURCE)) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.asList(Json.read(json, PredefinedSetting[].class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + RESOURCE, unreadable);
    }
  }
}
