package org.vestibule.config.flow.document;

import java.util.Map;
import org.vestibule.config.flow.wire.FlowError;

/** How large a flow may become. */
public final class DocumentLimits {
  /** Most locales of a flow. */
  public static final int LOCALES = 100;

  /** Most characters of one text. */
  public static final int TEXT = 8_192;

  private static final Map<Section, Integer> PARTS =
      Map.of(Section.ITEM, 1_000, Section.SCREEN, 500, Section.TEXT, 20_000);
  private static final int CHARACTERS = 8 * 1_024 * 1_024;

  private DocumentLimits() {}

  /** Refuses a flow that has grown too large. */
  public static void check(FlowDocument document) {
    PARTS.forEach((section, most) -> check(document, section, most));
    if (document.locales().size() > LOCALES) {
      throw FlowError.TOO_MANY.exception("locales", LOCALES);
    }
    if (document.characters() > CHARACTERS) {
      throw FlowError.TOO_LARGE.exception();
    }
  }

  private static void check(FlowDocument document, Section section, int most) {
    if (document.all(section).size() > most) {
      throw FlowError.TOO_MANY.exception(section.stored() + "s", most);
    }
  }
}
