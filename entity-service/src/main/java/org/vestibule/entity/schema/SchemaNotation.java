package org.vestibule.entity.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads schemas written one attribute a line, children indented by two blanks: {@code name type
 * [length|-] [cs|ci] {constraints} <features>}.
 */
public final class SchemaNotation {
  private static final Pattern LINE =
      Pattern.compile(
          "( *)(\\w+) ([\\w-]+)(?: (\\d+|-))?(?: (cs|ci))?(?: \\{([\\w,-]+)})?(?: <([\\w,-]+)>)?");
  private static final int INDENT = 2;

  private final List<Matcher> lines;
  private int next;

  private SchemaNotation(List<Matcher> lines) {
    this.lines = lines;
  }

  /** The schema of a text; the reserved attributes are added. */
  public static Schema parse(String text) {
    List<Matcher> lines =
        text.lines()
            .map(line -> line.replaceFirst("\\s*#.*$", ""))
            .filter(line -> !line.isBlank())
            .map(SchemaNotation::match)
            .toList();
    return Schema.of(new SchemaNotation(lines).level(0));
  }

  private static Matcher match(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not an attribute: " + line);
    }
    return matcher;
  }

  private List<Attribute> level(int depth) {
    List<Attribute> attributes = new ArrayList<>();
    while (next < lines.size() && depthOf(lines.get(next)) == depth) {
      attributes.add(attribute(lines.get(next++), depth));
    }
    return attributes;
  }

  private Attribute attribute(Matcher line, int depth) {
    String typeName = line.group(3);
    AttributeType type =
        AttributeType.of(typeName).orElseThrow(() -> new IllegalArgumentException(typeName));
    return type.isContainer()
        ? Attribute.container(line.group(2), type, level(depth + 1))
        : scalar(line);
  }

  private static Attribute scalar(Matcher line) {
    String length = line.group(4);
    return Attribute.scalar(
        line.group(2),
        line.group(3),
        length == null || length.equals("-") ? null : Integer.valueOf(length),
        !"ci".equals(line.group(5)),
        named(line.group(6), Constraint::of),
        named(line.group(7), Feature::of));
  }

  private static <T> Set<T> named(String list, Function<String, Optional<T>> lookUp) {
    return list == null
        ? Set.of()
        : Stream.of(list.split(","))
            .map(it -> lookUp.apply(it).orElseThrow())
            .collect(Collectors.toSet());
  }

  private static int depthOf(Matcher line) {
    return line.group(1).length() / INDENT;
  }
}
