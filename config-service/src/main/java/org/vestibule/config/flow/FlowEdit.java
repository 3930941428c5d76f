package org.vestibule.config.flow;

import org.vestibule.config.flow.document.Locales;

/** A change of a flow as a pure function: the same flow in its new state, or a refusal. */
@FunctionalInterface
public interface FlowEdit {
  /** Changes the newest version of a flow. */
  Edited apply(FlowHead head);

  /** The same after a look whether the flow speaks the locale of the path. */
  static FlowEdit in(String locale, FlowEdit edit) {
    return head -> {
      Locales.require(head.document(), locale);
      return edit.apply(head);
    };
  }
}
