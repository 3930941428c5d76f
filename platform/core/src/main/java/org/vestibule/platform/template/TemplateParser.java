package org.vestibule.platform.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Turns the text of a template into nodes in one pass. */
final class TemplateParser {

  private final String source;
  private final Deque<OpenSection> open = new ArrayDeque<>();
  private List<Node> current = new ArrayList<>();

  TemplateParser(String source) {
    if (source.length() > TemplateLimits.SOURCE_CHARACTERS) {
      throw new TemplateException(
          "a template has at most " + TemplateLimits.SOURCE_CHARACTERS + " characters");
    }
    this.source = source;
  }

  /** A section whose end has not come yet, with the nodes around it. */
  private record OpenSection(Tag tag, List<Node> outer) {}

  List<Node> parse() {
    int offset = 0;
    for (int start = nextTag(0); start >= 0; start = nextTag(offset)) {
      literal(offset, start);
      Tag tag = Tag.read(source, start);
      accept(tag);
      offset = tag.end();
    }
    literal(offset, source.length());
    if (!open.isEmpty()) {
      Tag tag = open.peek().tag();
      throw failure("section " + tag.name() + " is never closed", tag);
    }
    return List.copyOf(current);
  }

  private int nextTag(int from) {
    return source.indexOf(Tag.OPEN, from);
  }

  private void literal(int from, int to) {
    if (to > from) {
      current.add(new Node.Literal(source.substring(from, to)));
    }
  }

  private void accept(Tag tag) {
    if (tag.opensSection()) {
      begin(tag);
    } else if (tag.closesSection()) {
      end(tag);
    } else {
      current.add(new Node.Value(TagName.of(tag.name()), tag.asksForRaw()));
    }
  }

  private void begin(Tag tag) {
    if (open.size() == TemplateLimits.NESTING) {
      throw failure("sections nest deeper than " + TemplateLimits.NESTING, tag);
    }
    open.push(new OpenSection(tag, current));
    current = new ArrayList<>();
  }

  private void end(Tag tag) {
    if (open.isEmpty()) {
      throw failure("section " + tag.name() + " is closed but was not opened", tag);
    }
    OpenSection section = open.pop();
    if (!section.tag().name().equals(tag.name())) {
      throw failure(
          "section " + section.tag().name() + " is open where " + tag.name() + " is closed", tag);
    }
    TagName name = TagName.of(tag.name());
    Node node = new Node.Section(name, section.tag().isInverted(), List.copyOf(current));
    current = section.outer();
    current.add(node);
  }

  private TemplateException failure(String reason, Tag tag) {
    return Tag.failure(reason, source, tag.start());
  }
}
