package org.vestibule.entity.transfer;

import java.util.List;
import org.vestibule.platform.problem.InternalProblem;

/**
 * A page of records that are to be given out.
 *
 * @param after the id of the last record of the page before, 0 for none
 * @param filter in the filter language, or null for all
 * @param attributes paths, or null for all
 * @param passwords whether stored hashes are given out too
 */
public record ExportRequest(
    long after, int limit, String filter, List<String> attributes, boolean passwords) {
  private static final int MOST_RECORDS = 1_000;
  private static final int MOST_ATTRIBUTES = 2_000;

  /** Checks the limits. */
  public ExportRequest {
    if (limit < 1 || limit > MOST_RECORDS || after < 0) {
      throw InternalProblem.badRequest("after or limit is out of range");
    }
    if (attributes != null && attributes.size() > MOST_ATTRIBUTES) {
      throw InternalProblem.badRequest("too many attributes");
    }
  }
}
