package org.vestibule.platform.template;

/** Text made safe inside HTML elements and quoted attributes. */
final class HtmlText {

  private HtmlText() {}

  static String escape(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      append(result, text.charAt(i));
    }
    return result.toString();
  }

  private static void append(StringBuilder result, char character) {
    switch (character) {
      case '&' -> result.append("&amp;");
      case '<' -> result.append("&lt;");
      case '>' -> result.append("&gt;");
      case '"' -> result.append("&quot;");
      case '\'' -> result.append("&#39;");
      case '`' -> result.append("&#96;");
      default -> result.append(character);
    }
  }
}
