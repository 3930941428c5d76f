package org.vestibule.platform.template;

import java.util.List;

/** A piece of a parsed template. */
sealed interface Node {

  void renderInto(Rendering rendering);

  /** Text that is printed as it stands. */
  record Literal(String text) implements Node {
    @Override
    public void renderInto(Rendering rendering) {
      rendering.literal(text);
    }
  }

  /** {@code {*name*}}, or {@code {*&name*}} which asks for no escaping. */
  record Value(TagName name, boolean asksForRaw) implements Node {
    @Override
    public void renderInto(Rendering rendering) {
      rendering.value(name, asksForRaw);
    }
  }

  /** {@code {*#name*}...{*}{@code /name*}}, or with {@code ^} when there is nothing to show. */
  record Section(TagName name, boolean isInverted, List<Node> content) implements Node {
    @Override
    public void renderInto(Rendering rendering) {
      rendering.section(this);
    }
  }
}
