package org.vestibule.entity.transfer;

/**
 * What the operator asked for.
 *
 * @param events whether every record is told as created
 * @param hashPasswords whether plain passwords are taken and hashed
 * @param format how the lines were made from the file, for example {@code csv}
 */
public record ImportOptions(boolean events, boolean hashPasswords, String format) {}
