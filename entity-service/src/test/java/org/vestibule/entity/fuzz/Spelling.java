package org.vestibule.entity.fuzz;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.vestibule.entity.date.WireDates;

/** Writes filters in one of the many ways in which people write them. */
final class Spelling {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int EQUALITY = 3;
  private static final int RELATION = 4;
  private static final int PREFIX = 5;
  private static final int PRIMARY = 7;

  private final Random random;

  Spelling(Random random) {
    this.random = random;
  }

  String of(Clause clause) {
    return blank() + write(clause, OR) + blank();
  }

  /** In parentheses where the place binds tighter than the clause, and sometimes elsewhere. */
  private String write(Clause clause, int place) {
    String text = write(clause);
    boolean needed = level(clause) < place;
    return needed || random.nextInt(5) == 0 ? "(" + blank() + text + blank() + ")" : text;
  }

  private static int level(Clause clause) {
    if (clause instanceof Clause.Junction junction) {
      return junction.all() ? AND : OR;
    }
    if (clause instanceof Clause.Equally) {
      return EQUALITY;
    }
    if (clause instanceof Clause.Test test) {
      return test.sign().isOrdering() ? RELATION : EQUALITY;
    }
    if (clause instanceof Clause.Pair pair) {
      return pair.sign().isOrdering() ? RELATION : EQUALITY;
    }
    if (clause instanceof Clause.Constants constants) {
      return constants.sign().isOrdering() ? RELATION : EQUALITY;
    }
    return clause instanceof Clause.Not ? PREFIX : PRIMARY;
  }

  private String write(Clause clause) {
    if (clause instanceof Clause.Junction it) {
      return it.all()
          ? write(it.left(), AND) + word("and") + write(it.right(), EQUALITY)
          : write(it.left(), OR) + word("or") + write(it.right(), AND);
    }
    if (clause instanceof Clause.Not it) {
      return (random.nextBoolean() ? "!" + blank() : cased("not") + " ")
          + write(it.inner(), PREFIX);
    }
    if (clause instanceof Clause.Equally it) {
      String sign = it.equal() ? "=" : "!=";
      return write(it.left(), RELATION) + around(sign) + write(it.right(), RELATION);
    }
    return leaf(clause);
  }

  private String leaf(Clause clause) {
    if (clause instanceof Clause.Constant it) {
      return cased(Boolean.toString(it.value()));
    }
    if (clause instanceof Clause.Constants it) {
      return constants(it);
    }
    if (clause instanceof Clause.Flag it) {
      return path(it.route());
    }
    if (clause instanceof Clause.Pair it) {
      return path(it.left()) + around(it.sign().text()) + path(it.right());
    }
    if (clause instanceof Clause.Null it) {
      return path(it.route()) + " " + cased(it.isNull() ? "is null" : "is not  null");
    }
    return test((Clause.Test) clause);
  }

  /** Two numbers in quotes would be texts. */
  private String constants(Clause.Constants it) {
    boolean isNumber = it.right().value() instanceof BigDecimal;
    String right = isNumber ? number((BigDecimal) it.right().value()) : literal(it.right());
    return literal(it.left()) + around(it.sign().text()) + right;
  }

  private String test(Clause.Test it) {
    return it.isMirrored()
        ? literal(it.literal()) + around(it.sign().mirrored().text()) + path(it.route())
        : path(it.route()) + around(it.sign().text()) + literal(it.literal());
  }

  String path(Route route) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "/" : "");
    String separator = Samples.pick(List.of(".", ".", "/", "//"), random);
    for (Route.Hop hop : route.hops()) {
      text.append(text.length() > 1 ? separator : "").append(hop.attribute().name());
      text.append(hop.element() == 0 ? "" : "#" + hop.element());
    }
    return text.toString();
  }

  private String literal(Literal literal) {
    Object value = literal.value();
    if (value instanceof String text) {
      return quoted(text, true);
    }
    if (value instanceof Instant time) {
      return quoted(date(time), false);
    }
    if (value instanceof UUID uuid) {
      return quoted(cased(uuid.toString()), false);
    }
    String bare = value instanceof BigDecimal number ? number(number) : cased(value.toString());
    return random.nextInt(4) == 0 && !(value instanceof Boolean) ? quoted(bare, false) : bare;
  }

  private String number(BigDecimal number) {
    String plain = number.toPlainString();
    return random.nextInt(4) == 0 ? plain + (plain.contains(".") ? "00" : ".0") : plain;
  }

  private String date(Instant time) {
    OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
    boolean isMidnight = at.toLocalTime().toNanoOfDay() == 0;
    if (isMidnight && random.nextBoolean()) {
      return at.toLocalDate().toString();
    }
    boolean isWhole = at.getNano() == 0;
    return switch (random.nextInt(isWhole ? 4 : 3)) {
      case 0 -> time.toString();
      case 1 -> WireDates.timestamp(time);
      case 2 -> DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").format(at);
      default -> DateTimeFormatter.ofPattern("MMMM d, uuuu HH:mm:ss", Locale.ENGLISH).format(at);
    };
  }

  private String quoted(String text, boolean escapes) {
    char quote = random.nextBoolean() ? '\'' : '"';
    StringBuilder out = new StringBuilder().append(quote);
    for (char c : text.toCharArray()) {
      if (c == quote || c == '\\') {
        out.append('\\').append(c);
      } else if (escapes && c == '\n' && random.nextBoolean()) {
        out.append("\\n");
      } else if (escapes && c == '\t' && random.nextBoolean()) {
        out.append("\\t");
      } else {
        boolean spare = escapes && c != 'n' && c != 't' && random.nextInt(8) == 0;
        out.append(spare ? "\\" : "").append(c);
      }
    }
    return out.append(quote).toString();
  }

  private String word(String keyword) {
    return " " + blank() + cased(keyword) + " " + blank();
  }

  private String around(String sign) {
    return blank() + sign + blank();
  }

  private String blank() {
    return Samples.pick(List.of("", "", "", " ", "  ", "\t", "\n"), random);
  }

  private String cased(String word) {
    return switch (random.nextInt(3)) {
      case 0 -> word.toUpperCase(Locale.ROOT);
      case 1 -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      default -> word;
    };
  }
}
