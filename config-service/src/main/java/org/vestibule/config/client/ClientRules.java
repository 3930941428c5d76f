package org.vestibule.config.client;

import java.util.List;
import java.util.Optional;
import org.vestibule.platform.capture.caller.ClientFeature;

/** What a client may be called and may have, said without the stop of a sentence. */
public final class ClientRules {
  private static final int LONGEST_NAME = 255;
  private static final int MOST_BLOCKS = 500;

  private ClientRules() {}

  /** Why a name is refused, or empty. */
  public static Optional<String> refusalOfName(String name) {
    boolean isPrintable = name.chars().noneMatch(Character::isISOControl);
    return isPrintable && name.length() <= LONGEST_NAME
        ? Optional.empty()
        : Optional.of("must have at most 255 printable characters");
  }

  /** Why features are refused, or empty. */
  public static Optional<String> refusalOfFeatures(List<String> features) {
    Optional<String> unknown =
        features.stream().filter(it -> ClientFeature.of(it).isEmpty()).findFirst();
    if (unknown.isPresent()) {
      return unknown.map(it -> "'" + it + "' is not a valid feature");
    }
    boolean isMixed =
        features.contains(ClientFeatures.LOGIN_CLIENT) && features.stream().distinct().count() > 1;
    return isMixed
        ? Optional.of("login_client cannot be combined with other features")
        : Optional.empty();
  }

  /** Why address blocks are refused, or empty. */
  public static Optional<String> refusalOfBlocks(List<String> blocks) {
    return blocks.size() > MOST_BLOCKS
        ? Optional.of("there may be at most 500 address blocks")
        : blocks.stream().map(AddressBlock::refusal).flatMap(Optional::stream).findFirst();
  }
}
