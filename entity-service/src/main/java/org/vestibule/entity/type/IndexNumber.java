package org.vestibule.entity.type;

/** What of an index is needed to remove it. */
record IndexNumber(int number, AttributeIndex.Kind kind) {

  static IndexNumber of(AttributeIndex index) {
    return new IndexNumber(index.attributeId(), index.kind());
  }

  /** Whether its values are rows of a table of their own. */
  boolean isRows() {
    return kind == AttributeIndex.Kind.ROWS;
  }
}
