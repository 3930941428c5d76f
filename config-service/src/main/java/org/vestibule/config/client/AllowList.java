package org.vestibule.config.client;

import java.util.List;
import org.vestibule.platform.net.CidrList;

/** The networks from which a client may call. */
final class AllowList {
  /** The default, which means every address of either kind (authentication.md 2). */
  static final String ANYWHERE = "0.0.0.0/0";

  private AllowList() {}

  static boolean admits(List<String> blocks, String address) {
    return blocks.contains(ANYWHERE) || CidrList.of(blocks).contains(address);
  }
}
