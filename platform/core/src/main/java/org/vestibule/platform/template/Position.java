package org.vestibule.platform.template;

/** A place in a template, counted from 1. */
record Position(int line, int column) {

  static Position of(String source, int offset) {
    int lineStart = source.lastIndexOf('\n', offset - 1) + 1;
    int line = 1 + (int) source.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new Position(line, offset - lineStart + 1);
  }
}
