package org.vestibule.local.transfer;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be exported, and where to.
 *
 * @param filter in the filter language, or null for all records
 * @param attributes paths, or null for all
 * @param passwords whether stored hashes are written too
 */
public record ExportRequest(
    Path file,
    String applicationId,
    String type,
    String filter,
    List<String> attributes,
    boolean passwords) {}
