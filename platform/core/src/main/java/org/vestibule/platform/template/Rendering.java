package org.vestibule.platform.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One pass over a template that writes its output and stops at the limits. */
final class Rendering {

  private final OutputKind kind;
  private final StringBuilder output = new StringBuilder();
  private Scope scope;
  private int iterations;

  Rendering(OutputKind kind, Scope scope) {
    this.kind = kind;
    this.scope = scope;
  }

  void render(List<Node> nodes) {
    for (Node node : nodes) {
      node.renderInto(this);
    }
  }

  String text() {
    return output.toString();
  }

  void literal(String text) {
    append(text);
  }

  void value(TagName name, boolean asksForRaw) {
    Found found = scope.find(name);
    boolean isRaw = asksForRaw && (kind != OutputKind.HTML_BODY || found.isTrusted());
    append(isRaw ? found.text() : HtmlText.escape(found.text()));
  }

  void section(Node.Section section) {
    Found found = scope.find(section.name());
    if (section.isInverted()) {
      if (found.isEmpty()) {
        repeat(section, found);
      }
    } else if (found.node().isArray()) {
      for (JsonNode element : found.node()) {
        repeat(section, new Found(element, found.isTrusted()));
      }
    } else if (!found.isEmpty()) {
      repeat(section, found);
    }
  }

  private void repeat(Node.Section section, Found current) {
    if (++iterations > TemplateLimits.ITERATIONS) {
      throw new TemplateException(
          "a template repeats sections more than " + TemplateLimits.ITERATIONS + " times");
    }
    Scope before = scope;
    scope = scope.enter(current);
    render(section.content());
    scope = before;
  }

  private void append(String text) {
    if (output.length() + text.length() > TemplateLimits.OUTPUT_CHARACTERS) {
      throw new TemplateException(
          "a template writes more than " + TemplateLimits.OUTPUT_CHARACTERS + " characters");
    }
    output.append(kind == OutputKind.SUBJECT ? HeaderText.strip(text) : text);
  }
}
