package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Blank;
import org.vestibule.entity.schema.Schema;

/**
 * The document of a record after a write, with elements that still need an id.
 *
 * @param newElements in the order in which they get ids
 * @param hasNeighbours whether it has a plural with several elements, some of them new or changed
 */
record Content(ObjectNode doc, List<ObjectNode> newElements, boolean hasNeighbours) {

  /** The document of a new record. */
  static Content ofNew(Schema schema, ObjectNode values, Folding folding) {
    return ofNew(schema, Merge.adding(folding), values, folding);
  }

  /** The same for a record whose elements may have their ids already. */
  static Content ofImport(Schema schema, ObjectNode values, Folding folding) {
    return ofNew(schema, Merge.importing(folding), values, folding);
  }

  private static Content ofNew(Schema schema, Merge empty, ObjectNode values, Folding folding) {
    Attribute root = schema.root();
    ObjectNode doc = Blank.children(root);
    Merge merge = merged(empty, root, doc, values, folding);
    RequiredValues.check(root, doc, "");
    return new Content(doc, merge.newElements(), merge.hasNeighbours());
  }

  /** The document of a record after a change; the given one is not touched. */
  static Content ofChange(Schema schema, ObjectNode before, ObjectNode values, Folding folding) {
    ObjectNode doc = before.deepCopy();
    Merge merge = merged(Merge.adding(folding), schema.root(), doc, values, folding);
    merge.blanked().forEach(RequiredValues::check);
    return new Content(doc, merge.newElements(), merge.hasNeighbours());
  }

  /** The document of a record after the content of a place was replaced. */
  static Content ofReplacement(
      Schema schema, Replacement place, ObjectNode before, ObjectNode values, Folding folding) {
    ObjectNode doc = before.deepCopy();
    Optional<Merge.Part> replaced = place.blank(schema, doc, values);
    place.rules().keepWriteOnce(doc, before);
    Merge merge = merged(Merge.replacing(folding), schema.root(), doc, values, folding);
    merge.blanked().forEach(RequiredValues::check);
    replaced.ifPresent(RequiredValues::check);
    return new Content(doc, merge.newElements(), merge.hasNeighbours());
  }

  /** The same after more values. */
  Content and(Schema schema, ObjectNode more, Folding folding) {
    Merge merge = merged(Merge.adding(folding), schema.root(), doc, more, folding);
    merge.blanked().forEach(RequiredValues::check);
    List<ObjectNode> elements = new ArrayList<>(newElements);
    elements.addAll(merge.newElements());
    return new Content(doc, elements, hasNeighbours || merge.hasNeighbours());
  }

  /** The document without an element. */
  static Content ofRemoval(ObjectNode before, Target element) {
    ObjectNode doc = before.deepCopy();
    element.removeFrom(doc);
    return new Content(doc, List.of(), false);
  }

  private static Merge merged(
      Merge merge, Attribute root, ObjectNode doc, ObjectNode values, Folding folding) {
    merge.into(root, doc, values, "");
    LocalUniqueness uniqueness = new LocalUniqueness(folding);
    merge.touched().forEach(uniqueness::check);
    return merge;
  }

  /** Gives the new elements their ids. */
  Content withIds(List<Long> ids) {
    for (int i = 0; i < newElements.size(); i++) {
      newElements.get(i).put("id", ids.get(i));
    }
    return this;
  }
}
