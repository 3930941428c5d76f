package org.vestibule.entity.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Located;

/** The attributes of one condition, with the plurals that must be walked to reach them. */
final class Operands {
  private final SqlWriter sql;
  private final List<String> elements = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final Map<List<AttributePath.Step>, String> walked = new HashMap<>();

  Operands(SqlWriter sql) {
    this.sql = sql;
  }

  /** The SQL of an attribute's value in the form of a family. */
  String add(Located located, Family family) {
    String column = Source.column(located);
    return column == null
        ? value(located.target().orElseThrow(), source(located).text(), family)
        : column(column, family);
  }

  /** Where an attribute is found, its plurals added to those that are walked. */
  Source source(Located located) {
    Source source = Source.of(located, sql, walked);
    elements.addAll(source.elements());
    conditions.addAll(source.conditions());
    return source;
  }

  /** The condition, true when any of the walked elements fulfils it. */
  String exists(String condition) {
    if (elements.isEmpty()) {
      return "(" + condition + ")";
    }
    conditions.add("(" + condition + ")");
    return "EXISTS (SELECT 1 FROM "
        + String.join(", ", elements)
        + " WHERE "
        + String.join(" AND ", conditions)
        + ")";
  }

  private static String column(String column, Family family) {
    return family == Family.NUMBER ? column + "::numeric" : column;
  }

  private static String value(Attribute attribute, String text, Family family) {
    boolean isDay = Family.of(attribute).filter(it -> it == Family.DATE).isPresent();
    return family == Family.INSTANT && isDay
        ? "(" + text + " || ' 00:00:00 +0000')::timestamptz"
        : AttributeSql.as(family, text);
  }
}
