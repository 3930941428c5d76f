package org.vestibule.entity.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Reserved;

/**
 * Where the values of an attribute are found: the elements to walk, conditions on them, and the
 * JSON value with the names below it.
 */
record Source(List<String> elements, List<String> conditions, String base, List<String> names) {

  /** Walks to an attribute; the plurals on the way become set-returning calls. */
  static Source of(Located located, SqlWriter sql) {
    return of(located, sql, new HashMap<>());
  }

  /**
   * The same beside other walks of one condition: a plural that one of them walks through already
   * is not walked again, so that both attributes are those of one element.
   *
   * @param walked names of the elements by the way to them
   */
  static Source of(Located located, SqlWriter sql, Map<List<AttributePath.Step>, String> walked) {
    Walk walk = new Walk(sql, walked);
    for (int i = 0; i < located.hops().size(); i++) {
      boolean last = i == located.hops().size() - 1;
      walk.step(located.hops().get(i), located.path().steps().get(i), last);
    }
    return new Source(walk.elements, walk.conditions, walk.base, walk.names);
  }

  boolean isOfRecord() {
    return elements.isEmpty();
  }

  /** A column of the record itself, or the text of a value in its document. */
  String text() {
    return AttributeSql.text(base, names);
  }

  String node() {
    return AttributeSql.node(base, names);
  }

  /** Column of a reserved attribute of the record, or null. */
  static String column(Located located) {
    if (located.hops().size() != 1) {
      return null;
    }
    Attribute attribute = located.hops().get(0);
    if (!attribute.reserved()) {
      return null;
    }
    boolean isLastUpdated = attribute.name().equals(Reserved.LAST_UPDATED.name());
    return isLastUpdated ? "last_updated" : attribute.name();
  }

  private static final class Walk {
    private final SqlWriter sql;
    private final Map<List<AttributePath.Step>, String> walked;
    private final List<AttributePath.Step> way = new ArrayList<>();
    private final List<String> elements = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private List<String> names = new ArrayList<>();
    private String base = "doc";

    Walk(SqlWriter sql, Map<List<AttributePath.Step>, String> walked) {
      this.sql = sql;
      this.walked = walked;
    }

    void step(Attribute attribute, AttributePath.Step step, boolean last) {
      names.add(attribute.key());
      way.add(step);
      boolean walksIn = attribute.type() == AttributeType.PLURAL && (!last || step.selects());
      if (walksIn) {
        enter(step);
      }
    }

    private void enter(AttributePath.Step step) {
      String array = AttributeSql.node(base, names);
      String known = walked.get(way);
      String alias = known == null ? sql.alias() : known;
      base = alias + ".value";
      names = new ArrayList<>();
      if (known == null) {
        walked.put(List.copyOf(way), alias);
        elements.add("jsonb_array_elements(" + array + ") AS " + alias);
        select(step);
      }
    }

    private void select(AttributePath.Step step) {
      if (step.selects()) {
        conditions.add("(" + base + "->>'id')::bigint = " + sql.bind(step.elementId(), "bigint"));
      }
    }
  }
}
