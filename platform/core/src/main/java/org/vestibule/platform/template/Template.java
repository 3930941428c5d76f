package org.vestibule.platform.template;

import java.util.List;

/**
 * A mail or page text with {@code {*name*}} tags and sections: names are looked up, nothing is ever
 * computed, and a value is never read as a template itself.
 */
public final class Template {

  private final List<Node> nodes;

  private Template(List<Node> nodes) {
    this.nodes = nodes;
  }

  /** Reads a template or says at which line and column it is malformed. */
  public static Template parse(String source) {
    return new Template(new TemplateParser(source).parse());
  }

  public String render(TemplateContext context, OutputKind kind) {
    Rendering rendering = new Rendering(kind, Scope.root(context));
    rendering.render(nodes);
    return rendering.text();
  }
}
