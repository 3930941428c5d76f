package org.vestibule.entity.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.ImportedRow;
import org.vestibule.entity.record.UniqueRow;
import org.vestibule.entity.type.EntityType;

/** Rows that go into the table together, with the lines that they are of. */
final class CopyChunk {
  /** The columns of a row, in the order in which they are added. */
  static final String COLUMNS = "id, uuid, created, last_updated, schema_version, doc, passwords";

  private static final int COLUMN_COUNT = 7;
  private static final int ENOUGH = 8 * 1024 * 1024;

  private final CopyBuffer buffer = new CopyBuffer();
  private final Map<Long, ImportLine> lines = new LinkedHashMap<>();
  private final Map<Long, UUID> names = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();

  /** A value that a record claims for itself. */
  record Claim(long recordId, UniqueRow row) {}

  void add(ImportLine line, ImportedRow row, EntityType type) {
    refuseRepetition(row, type);
    if (lines.putIfAbsent(row.id(), line) != null) {
      throw Violations.duplicate("/id");
    }
    names.put(row.id(), row.uuid());
    row.unique().forEach(it -> claims.add(new Claim(row.id(), it)));
    buffer
        .row(COLUMN_COUNT)
        .number(row.id())
        .uuid(row.uuid())
        .time(row.created())
        .time(row.lastUpdated())
        .number(type.version())
        .jsonb(row.doc())
        .jsonb(row.passwords());
  }

  /** A record that is in its own way; what only PostgreSQL folds, it notices itself. */
  private static void refuseRepetition(ImportedRow row, EntityType type) {
    Set<String> seen = new HashSet<>();
    for (UniqueRow unique : row.unique()) {
      String value = unique.folds() ? unique.value().toLowerCase(Locale.ROOT) : unique.value();
      if (!seen.add(unique.attributeId() + "#" + value)) {
        throw Violations.duplicate(ClaimRepository.path(type, unique.attributeId()));
      }
    }
  }

  boolean isFull() {
    return buffer.size() >= ENOUGH;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  void clear() {
    buffer.clear();
    lines.clear();
    names.clear();
    claims.clear();
  }

  /** The rows, ended. */
  CopyBuffer rows() {
    return buffer;
  }

  List<Claim> claims() {
    return claims;
  }

  Collection<Long> ids() {
    return lines.keySet();
  }

  /** The names of the records whose lines were not refused. */
  List<UUID> stored() {
    return names.entrySet().stream()
        .filter(it -> lines.get(it.getKey()).isOpen())
        .map(Map.Entry::getValue)
        .toList();
  }

  boolean isRefused(long id) {
    return !lines.get(id).isOpen();
  }

  /** Refuses a record because of a value that another has. */
  void refuse(long id, String path) {
    lines.get(id).refuse(Violations.duplicate(path));
  }

  /** Refuses a record because of a value that no index takes. */
  void refuseTooLong(long id) {
    lines.get(id).refuse(Violations.tooLong("/"));
  }
}
