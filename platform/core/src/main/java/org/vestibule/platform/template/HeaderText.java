package org.vestibule.platform.template;

/** Text made safe inside a header line. */
final class HeaderText {

  private HeaderText() {}

  static String strip(String text) {
    return text.codePoints()
        .filter(HeaderText::isPrintable)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPrintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }
}
