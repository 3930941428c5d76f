package org.vestibule.entity.filter;

import java.util.List;
import java.util.Optional;
import org.vestibule.entity.filter.Expression.Literal;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.AttributePath;

/** Reads a filter by recursive descent; each method is one level of precedence. */
final class Parser {
  private static final int MAX_LENGTH = 16_384;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_TOKENS = 2_000;

  private final List<Token> tokens;
  private int next;
  private int depth;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Expression parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw FilterException.at(MAX_LENGTH, "it is too long");
    }
    List<Token> tokens = Lexer.tokens(text);
    if (tokens.size() > MAX_TOKENS) {
      throw FilterException.at(tokens.get(MAX_TOKENS).position(), "it has too many parts");
    }
    Parser parser = new Parser(tokens);
    Expression whole = parser.or();
    parser.expectEnd();
    return whole;
  }

  private Expression or() {
    Expression left = and();
    while (takeWord("or")) {
      left = new Expression.Junction(false, left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = equality();
    while (takeWord("and")) {
      left = new Expression.Junction(true, left, equality());
    }
    return left;
  }

  private Expression equality() {
    Expression left = relation();
    for (Optional<Operator> found = take(false); found.isPresent(); found = take(false)) {
      left = new Expression.Comparison(found.get(), left, relation());
    }
    return left;
  }

  private Expression relation() {
    Expression left = prefixed();
    for (Optional<Operator> found = take(true); found.isPresent(); found = take(true)) {
      left = new Expression.Comparison(found.get(), left, prefixed());
    }
    return left;
  }

  private Expression prefixed() {
    if (!takeWord("not") && !takeSymbol("!")) {
      return postfixed();
    }
    enter();
    Expression condition = prefixed();
    depth--;
    return new Expression.Negation(condition);
  }

  private Expression postfixed() {
    Expression operand = primary();
    if (peek().isWord("contains")) {
      throw Violations.unsupportedOperator("contains");
    }
    if (!takeWord("is")) {
      return operand;
    }
    boolean isNull = !takeWord("not");
    if (!takeWord("null")) {
      throw unexpected();
    }
    return new Expression.NullTest(operand, isNull);
  }

  private Expression primary() {
    if (takeSymbol("(")) {
      return parenthesized();
    }
    Token token = peek();
    if (token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.END) {
      throw unexpected();
    }
    next++;
    return token.kind() == Token.Kind.WORD ? word(token) : constant(token);
  }

  private Expression parenthesized() {
    enter();
    Expression inside = or();
    depth--;
    if (!takeSymbol(")")) {
      throw unexpected();
    }
    return inside;
  }

  private static Expression constant(Token token) {
    boolean isText = token.kind() == Token.Kind.STRING;
    return new Literal(isText ? Literal.Kind.STRING : Literal.Kind.NUMBER, token.text());
  }

  private Expression word(Token token) {
    if (token.isWord("true") || token.isWord("false")) {
      return new Literal(Literal.Kind.BOOLEAN, token.isWord("true") ? "true" : "false");
    }
    if (Keywords.contains(token)) {
      next--;
      throw unexpected();
    }
    return AttributePath.parse(token.text())
        .filter(path -> !path.isRoot())
        .map(Expression.Path::new)
        .orElseThrow(
            () -> FilterException.at(token.position(), "not an attribute: " + token.text()));
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw FilterException.at(peek().position(), "it is nested too deeply");
    }
  }

  private Optional<Operator> take(boolean ordering) {
    Token token = peek();
    Optional<Operator> found =
        token.kind() == Token.Kind.SYMBOL
            ? Operator.of(token.text()).filter(it -> it.isOrdering() == ordering)
            : Optional.empty();
    found.ifPresent(it -> next++);
    return found;
  }

  private boolean takeWord(String word) {
    return taken(peek().isWord(word));
  }

  private boolean takeSymbol(String symbol) {
    return taken(peek().isSymbol(symbol));
  }

  private boolean taken(boolean matches) {
    if (matches) {
      next++;
    }
    return matches;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private void expectEnd() {
    if (peek().kind() != Token.Kind.END) {
      throw unexpected();
    }
  }

  private FilterException unexpected() {
    return FilterException.at(peek().position(), "unexpected " + peek());
  }
}
