package org.vestibule.platform.template;

/** One {@code {*...*}} as written: a sigil (or a blank for none) and a name. */
record Tag(char sigil, String name, int start, int end) {

  static final String OPEN = "{*";
  static final String CLOSE = "*}";

  private static final String SIGILS = "#^/&";
  private static final char NO_SIGIL = ' ';

  /** Reads the tag that opens at the offset. */
  static Tag read(String source, int start) {
    int close = source.indexOf(CLOSE, start + OPEN.length());
    if (close < 0 || close - start > TemplateLimits.TAG_CHARACTERS) {
      throw failure("a tag opens with {* and is not closed by *}", source, start);
    }
    String content = source.substring(start + OPEN.length(), close).strip();
    boolean hasSigil = !content.isEmpty() && SIGILS.indexOf(content.charAt(0)) >= 0;
    String name = hasSigil ? content.substring(1).strip() : content;
    if (!TagName.isValid(name)) {
      throw failure("a tag has no valid name", source, start);
    }
    return new Tag(hasSigil ? content.charAt(0) : NO_SIGIL, name, start, close + CLOSE.length());
  }

  boolean opensSection() {
    return sigil == '#' || sigil == '^';
  }

  boolean closesSection() {
    return sigil == '/';
  }

  boolean isInverted() {
    return sigil == '^';
  }

  boolean asksForRaw() {
    return sigil == '&';
  }

  static TemplateException failure(String reason, String source, int offset) {
    return new TemplateException(reason, Position.of(source, offset));
  }
}
