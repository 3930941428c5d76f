package org.vestibule.platform.rewrap;

/**
 * A column that holds values sealed under the row's {@code id} (a uuid); a service declares one
 * {@code @Singleton} producer for each, so that a new key reaches all of them.
 */
public record SealedColumn(String table, String column) {}
