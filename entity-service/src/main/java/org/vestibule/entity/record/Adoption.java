package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;

/**
 * The move of one element of a plural into the same plural of another record.
 *
 * @param plural the plural, which lies below no other one
 * @param element the id of the element, which stays the same
 */
public record Adoption(Target plural, long element) {
  private static final int MAX_ELEMENTS = 10_000;

  /** The path of the ids of the plural's elements. */
  String idPath() {
    return path() + "/id";
  }

  /** Fits the record whose element holds a unique value, which is found without a search. */
  Filter holder(EntityType type) {
    List<Integer> unique = type.uniqueIn(path());
    return unique.isEmpty() ? Filter.NONE : Filter.byElement(type.id(), unique, element);
  }

  /** The record that gives, without the element; it must have it. */
  Content giving(Schema schema, RecordState from) {
    return Content.ofRemoval(from.doc(), child(schema));
  }

  /** The record that takes, with the element among its own, which stay in the order of ids. */
  Content taking(Schema schema, RecordState from, RecordState to, Folding folding) {
    ObjectNode doc = to.doc().deepCopy();
    ArrayNode elements = (ArrayNode) plural.in(doc);
    int position = 0;
    while (position < elements.size() && elements.get(position).path("id").asLong() < element) {
      position++;
    }
    elements.insert(position, child(schema).in(from.doc()).deepCopy());
    if (elements.size() > MAX_ELEMENTS) {
      throw Violations.constraint(path(), "max-elements");
    }
    Attribute enforced =
        Located.in(schema, plural.located().path()).flatMap(Located::target).orElseThrow();
    new LocalUniqueness(folding).check(new Merge.Part(enforced, elements, path()));
    return new Content(doc, List.of(), true);
  }

  /** The record that takes, with the passwords that come with the element. */
  RecordState withPasswords(Schema schema, RecordState from, RecordState to) {
    String below = child(schema).passwordKey() + "/";
    ObjectNode passwords = to.passwords().deepCopy();
    from.passwords().properties().stream()
        .filter(it -> it.getKey().startsWith(below))
        .forEach(it -> passwords.set(it.getKey(), it.getValue()));
    return to.with(to.lastUpdated(), to.doc(), passwords);
  }

  private Target child(Schema schema) {
    return Target.parse(path() + "#" + element, schema);
  }

  private String path() {
    return plural.located().path().wireName();
  }
}
