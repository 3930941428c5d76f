package org.vestibule.entity.transfer;

import org.vestibule.platform.problem.InternalProblem;

/**
 * A file that is to be imported.
 *
 * @param file its name, for people
 * @param fingerprint tells it from other files
 * @param restart whether to forget what was taken of it before
 */
public record ImportOpening(
    String file, String fingerprint, ImportOptions options, boolean restart) {
  private static final int LONGEST_NAME = 200;

  /** Makes the name fit to be shown: file names are text of strangers. */
  public ImportOpening {
    if (file == null || options == null || options.format() == null) {
      throw InternalProblem.badRequest("file and options are needed");
    }
    if (fingerprint == null || !fingerprint.matches("[0-9a-f]{16,128}")) {
      throw InternalProblem.badRequest("the fingerprint is not one");
    }
    String shown = file.replaceAll("[^\\p{L}\\p{M}\\p{N} ._()+,=@-]", "_");
    file = shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
  }
}
