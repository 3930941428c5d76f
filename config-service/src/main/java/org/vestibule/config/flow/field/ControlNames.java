package org.vestibule.config.flow.field;

import java.util.Set;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.wire.FlowError;

/**
 * Controls of the widget that are no fields of their own but may stand in any form
 * (configuration.md 6.4 and 16), and whose names no part may have.
 */
public final class ControlNames {
  private static final Set<String> ALL =
      Set.of(
          "captcha",
          "loginWidget",
          "backButton",
          "submitButton",
          "resendLink",
          "savedProfileMessage",
          "linkedAccounts",
          "linkAccountContainer",
          "photoManager",
          "mergeAccounts",
          "welcomeName");

  private ControlNames() {}

  /** Whether the name is that of a control. */
  public static boolean has(String name) {
    return ALL.contains(name);
  }

  /** Refuses the name of a new item that a control or another item has. */
  public static void requireFree(FlowDocument document, String kind, String name) {
    if (has(name) || document.find(Section.ITEM, name).isPresent()) {
      throw FlowError.EXISTS.exception(kind, name);
    }
  }
}
