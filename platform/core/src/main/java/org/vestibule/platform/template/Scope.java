package org.vestibule.platform.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** The names that are visible at one place of a template, innermost first. */
final class Scope {

  private static final String SETTINGS = "settings";
  private static final String USER = "user";

  private final TemplateContext context;
  private final Found current;
  private final Scope outer;

  private Scope(TemplateContext context, Found current, Scope outer) {
    this.context = context;
    this.current = current;
    this.outer = outer;
  }

  static Scope root(TemplateContext context) {
    return new Scope(context, Found.NOTHING, null);
  }

  Scope enter(Found section) {
    return new Scope(context, section, this);
  }

  Found find(TagName name) {
    if (name.isCurrent()) {
      return current;
    }
    String link = context.link(name.text());
    return link != null
        ? new Found(TextNode.valueOf(link), true)
        : first(name.first()).below(name.rest());
  }

  private Found first(String name) {
    if (outer == null) {
      return global(name);
    }
    JsonNode node = current.node().path(name);
    return node.isMissingNode() ? outer.first(name) : new Found(node, current.isTrusted());
  }

  /** Outside every section a setting may also be named alone. */
  private Found global(String name) {
    if (name.equals(SETTINGS)) {
      return new Found(context.settings(), true);
    }
    return name.equals(USER)
        ? new Found(context.user(), false)
        : new Found(context.settings().path(name), true);
  }
}
