package org.vestibule.entity.filter;

/** Names the rows of {@code unique_value} that hold the values of one attribute of a plural. */
public record PluralKey(long typeId, int attributeId) {}
