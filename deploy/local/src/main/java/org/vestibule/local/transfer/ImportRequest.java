package org.vestibule.local.transfer;

import java.nio.file.Path;

/**
 * What is to be imported, and how.
 *
 * @param events whether every record is told as created
 * @param hashPasswords whether plain passwords are taken and hashed, which costs a hash each
 * @param rejected where records are written that were not taken
 * @param mode what is done with the file
 */
public record ImportRequest(
    Path file,
    String applicationId,
    String type,
    boolean events,
    boolean hashPasswords,
    Path rejected,
    ImportMode mode) {
  /** A file for a type, with nothing special about it. */
  public static ImportRequest of(Path file, String applicationId, String type) {
    Path rejected = file.resolveSibling(file.getFileName() + ".rejected.jsonl");
    return new ImportRequest(file, applicationId, type, false, false, rejected, ImportMode.IMPORT);
  }
}
