package org.vestibule.platform.internal;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vestibule.platform.config.PlatformConfig;

/** The public keys of everyone who may call {@code /internal}, by short name. */
@Singleton
public class CallerKeys {
  private final Map<String, PublicKey> keys;

  /** Reads {@code vestibule.internal.keys}. */
  public CallerKeys(PlatformConfig config) {
    this.keys =
        config.internal().keys().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> read(it.getValue())));
  }

  Optional<PublicKey> of(String caller) {
    return Optional.ofNullable(caller).map(keys::get);
  }

  private static PublicKey read(String base64) {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new IllegalStateException(
          "vestibule.internal.keys holds an unreadable key", unreadable);
    }
  }
}
