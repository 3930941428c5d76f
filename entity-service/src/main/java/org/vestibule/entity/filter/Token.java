package org.vestibule.entity.filter;

import java.util.Locale;

/** A word, number, text or symbol of a filter and where it begins. */
record Token(Kind kind, String text, int position) {
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(word);
  }

  @Override
  public String toString() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
