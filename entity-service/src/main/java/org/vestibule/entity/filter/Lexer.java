package org.vestibule.entity.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a filter into tokens. */
final class Lexer {
  private static final String TWO = ">= <= !=";
  private static final String ONE = "><=!()";

  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.get(tokens.size() - 1).kind() != Token.Kind.END);
    return tokens;
  }

  private Token next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return new Token(Token.Kind.END, "", at);
    }
    char first = text.charAt(at);
    if (first == '\'' || first == '"') {
      return string(first);
    }
    if (isDigit(first) || first == '-') {
      return number();
    }
    return isWordPart(first) ? word() : symbol();
  }

  private Token string(char quote) {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      value.append(c == '\\' ? escaped() : c);
    }
    if (at >= text.length()) {
      throw syntax("the text is not closed", start);
    }
    at++;
    return new Token(Token.Kind.STRING, value.toString(), start);
  }

  private char escaped() {
    if (at >= text.length()) {
      throw syntax("the text is not closed", at);
    }
    char c = text.charAt(at++);
    if (c == 'n') {
      return '\n';
    }
    return c == 't' ? '\t' : c;
  }

  private Token number() {
    int start = at++;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("-?[0-9]+(\\.[0-9]+)?")) {
      throw syntax("not a number: " + digits, start);
    }
    return new Token(Token.Kind.NUMBER, digits, start);
  }

  private Token word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    return new Token(Token.Kind.WORD, text.substring(start, at), start);
  }

  private Token symbol() {
    int start = at;
    String symbol =
        two().orElseGet(() -> ONE.indexOf(text.charAt(at)) < 0 ? "" : text.substring(at, at + 1));
    if (symbol.isEmpty()) {
      throw syntax("unexpected character", start);
    }
    at += symbol.length();
    return new Token(Token.Kind.SYMBOL, symbol, start);
  }

  private Optional<String> two() {
    String two = text.substring(at, Math.min(at + 2, text.length()));
    return two.length() == 2 && !two.isBlank() && TWO.contains(two) && two.charAt(1) == '='
        ? Optional.of(two)
        : Optional.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || isDigit(c)
        || c == '_'
        || c == '.'
        || c == '/'
        || c == '#';
  }

  private static FilterException syntax(String reason, int position) {
    return FilterException.at(position, reason);
  }
}
