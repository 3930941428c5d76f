package org.vestibule.entity.type;

/**
 * Values of the record table that are unique.
 *
 * @param expressions the values as SQL over the column {@code doc}, with commas between them
 * @param path the attribute that is blamed for a second record with these values
 */
public record UniqueKey(String expressions, String path) {
  static UniqueKey of(AttributeIndex index) {
    return new UniqueKey(RecordTable.expressions(index), index.located().path().wireName());
  }
}
