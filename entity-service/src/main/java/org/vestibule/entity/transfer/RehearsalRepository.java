package org.vestibule.entity.transfer;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.vestibule.entity.problem.SqlStates;
import org.vestibule.entity.record.ImportedRecord;
import org.vestibule.entity.record.ImportedRecords;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.problem.StandardProblem;

/**
 * Holds the records of a batch against those that are stored, and against each other, in a table of
 * the session alone.
 */
@Singleton
class RehearsalRepository {
  /** Above all ids that a record may bring. */
  private static final long FIRST_ID = ImportedRecords.HIGHEST_ID + 1;

  private final DataSource source;
  private final SupplyRepository supplies;
  private final MergeRepository merges;
  private final ImportedRecords records;

  /** Takes the connections and the steps of a batch. */
  RehearsalRepository(
      DataSource source,
      SupplyRepository supplies,
      MergeRepository merges,
      ImportedRecords records) {
    this.source = source;
    this.supplies = supplies;
    this.merges = merges;
    this.records = records;
  }

  /** What would become of the lines; blocks. */
  BatchOutcome rehearse(EntityType type, List<ImportLine> lines) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return rehearsed(connection, type, lines);
    } catch (SQLException failure) {
      if (SqlStates.isOutage(failure.getSQLState())) {
        throw new StandardProblem.Unavailable(failure.toString()).exception();
      }
      throw failure;
    }
  }

  /** What is committed is a table without rows, which ends with the connection. */
  private BatchOutcome rehearsed(Connection connection, EntityType type, List<ImportLine> lines)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      check(connection, type, lines);
      connection.commit();
      return BatchOutcome.of(lines);
    } catch (SQLException | RuntimeException failure) {
      connection.rollback();
      throw failure;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void check(Connection connection, EntityType type, List<ImportLine> lines)
      throws SQLException {
    supplies.refuseTakenElements(connection, type, ImportLine.open(lines));
    Map<String, String> folded = supplies.folded(connection, texts(lines));
    Iterator<Long> ids = LongStream.iterate(FIRST_ID, it -> it + 1).iterator();
    ImportedRecord.Fresh fresh = records.fresh(ids);
    CopyChunk chunk = new CopyChunk();
    for (ImportLine line : ImportLine.open(lines)) {
      line.attempt(() -> chunk.add(line, line.record().row(fresh, folded), type));
      if (chunk.isFull()) {
        check(connection, type, chunk);
      }
    }
    check(connection, type, chunk);
  }

  private void check(Connection connection, EntityType type, CopyChunk chunk) throws SQLException {
    if (!chunk.isEmpty()) {
      chunk.rows().end();
      merges.rehearse(connection, type.applicationId(), type, chunk);
      chunk.clear();
    }
  }

  private static Set<String> texts(List<ImportLine> lines) {
    Set<String> texts = new HashSet<>();
    ImportLine.open(lines).forEach(it -> texts.addAll(it.record().texts()));
    return texts;
  }
}
