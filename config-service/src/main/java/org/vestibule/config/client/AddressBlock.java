package org.vestibule.config.client;

import java.util.Optional;
import java.util.regex.Pattern;
import org.vestibule.platform.net.IpLiteral;

/** The written form of a network of an allow list; an address without a length is refused. */
final class AddressBlock {
  private static final String FORM = "cidr address must have the form x.x.x.x/x";
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
  private static final int SHOWN = 100;

  private AddressBlock() {}

  static Optional<String> refusal(String block) {
    int slash = block.indexOf('/');
    if (slash < 0 || !LENGTH.matcher(block.substring(slash + 1)).matches()) {
      return Optional.of(FORM);
    }
    return IpLiteral.parse(block.substring(0, slash))
        .map(address -> refusal(block, slash, address.getAddress().length * Byte.SIZE))
        .orElse(Optional.of(FORM));
  }

  private static Optional<String> refusal(String block, int slash, int most) {
    return Integer.parseInt(block.substring(slash + 1)) <= most
        ? Optional.empty()
        : Optional.of(
            "invalid cidr address: %s; value after slash must be %d or less"
                .formatted(block.substring(0, Math.min(SHOWN, block.length())), most));
  }
}
