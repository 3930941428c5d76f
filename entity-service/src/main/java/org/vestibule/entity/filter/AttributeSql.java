package org.vestibule.entity.filter;

import java.util.List;
import java.util.regex.Pattern;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.entity.schema.Feature;
import org.vestibule.entity.schema.Located;

/**
 * SQL of stored values. Indexes are made from the same text as filters, so that PostgreSQL
 * recognises them; names come from a schema, whose grammar allows letters, digits and underscores,
 * behind which a tilde and a number may tell stored names apart.
 */
public final class AttributeSql {
  /** Strings that may be longer are indexed by a digest, because index entries are limited. */
  private static final int LONGEST_INDEXED = 512;

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(~[0-9]+)?");

  private AttributeSql() {}

  /** The value at a path of the document as it is compared, for indexes. */
  public static String indexed(Located located) {
    Attribute attribute = located.target().orElseThrow();
    return key(attribute, value(attribute, text("doc", located.keys())));
  }

  /** A scalar below a JSON value, as text. */
  static String text(String base, List<String> names) {
    int last = names.size() - 1;
    return node(base, names.subList(0, last)) + "->>" + literal(names.get(last));
  }

  /** A JSON value below a JSON value. */
  static String node(String base, List<String> names) {
    StringBuilder sql = new StringBuilder(base);
    names.forEach(name -> sql.append("->").append(literal(name)));
    return sql.toString();
  }

  private static String literal(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of an attribute");
    }
    return "'" + name + "'";
  }

  /** A scalar in the form in which it is compared. */
  static String value(Attribute attribute, String text) {
    return Family.of(attribute).map(it -> as(it, text)).orElse(text);
  }

  /** The text of a value in the form of a family. */
  static String as(Family family, String text) {
    if (family == Family.FOLDED) {
      return "fold(" + text + ")";
    }
    return family.sqlType().equals("text") ? text : "(" + text + ")::" + family.sqlType();
  }

  /** The form of a compared value that equality uses. */
  static String key(Attribute attribute, String value) {
    return isLong(attribute) ? "value_key(" + value + ")" : value;
  }

  /** Whether values of an attribute have an index of their own. */
  public static boolean isIndexed(Located located) {
    Attribute attribute = located.target().orElseThrow();
    boolean belowPlural = located.hops().stream().anyMatch(it -> it.type() == AttributeType.PLURAL);
    return !belowPlural && (attribute.has(Constraint.UNIQUE) || attribute.has(Feature.QUERY));
  }

  private static boolean isLong(Attribute attribute) {
    return attribute.type() == AttributeType.STRING
        && (attribute.length() == null || attribute.length() > LONGEST_INDEXED);
  }
}
