package org.vestibule.entity.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.FenceRepository;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.problem.StandardProblem;

/** SQL of the batches of a run, each of which is taken once. */
@Singleton
class BatchRepository {
  // The lock keeps the run from being finished or forgotten until the batch is committed.
  private static final String CLAIM =
      """
      INSERT INTO import_batch (run_id, number, last_line, checksum)
      SELECT id, ?, ?, ?
        FROM import_run
       WHERE id = ? AND type_id = ? AND state = 'running'
         FOR SHARE
      ON CONFLICT (run_id, number) DO NOTHING
      """;
  private static final String CONCLUDE =
      """
      UPDATE import_batch
         SET stored = ?, rejected = ?, rejections = ?::json
       WHERE run_id = ? AND number = ?
      """;
  private static final String FIND =
      "SELECT checksum, stored, rejections FROM import_batch WHERE run_id = ? AND number = ?";

  private final FenceRepository fences;

  /** Takes the fence before types that have just been changed. */
  BatchRepository(FenceRepository fences) {
    this.fences = fences;
  }

  /** Begins a batch in a transaction; false when it was taken before, or the run has ended. */
  boolean claim(Connection connection, BatchWork work) throws SQLException {
    return isClaimed(connection, work) && isPassed(connection, work.type());
  }

  /** Who checked the records against too old a schema reads it and checks them again. */
  private boolean isPassed(Connection connection, EntityType type) throws SQLException {
    if (!fences.pass(connection, type.applicationId(), type)) {
      throw new StandardProblem.Unavailable("the entity type has just been changed").exception();
    }
    return true;
  }

  private static boolean isClaimed(Connection connection, BatchWork work) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      statement.setInt(1, work.batch().number());
      statement.setLong(2, work.batch().lastLine());
      statement.setLong(3, work.batch().checksum());
      statement.setObject(4, work.run());
      statement.setLong(5, work.type().id());
      return statement.executeUpdate() == 1;
    }
  }

  /** Writes what became of the batch in the same transaction. */
  BatchOutcome conclude(Connection connection, BatchWork work) throws SQLException {
    BatchOutcome outcome = BatchOutcome.of(work.lines());
    JsonNode rejections = outcome.rejections();
    try (PreparedStatement statement = connection.prepareStatement(CONCLUDE)) {
      statement.setInt(1, outcome.stored());
      statement.setInt(2, rejections.size() + work.batch().refused());
      statement.setString(3, rejections.isEmpty() ? null : Json.write(rejections));
      statement.setObject(4, work.run());
      statement.setInt(5, work.batch().number());
      statement.executeUpdate();
    }
    return outcome;
  }

  /** The outcome of a batch that was taken before. */
  BatchOutcome repeated(Connection connection, UUID run, ImportBatch batch) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setObject(1, run);
      statement.setInt(2, batch.number());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw InternalProblem.conflict("the import has ended or was begun anew");
        }
        if (rows.getLong(1) != batch.checksum()) {
          throw InternalProblem.conflict("the file has changed since this batch was taken");
        }
        String rejections = rows.getString(3);
        return new BatchOutcome(
            true, rows.getInt(2), rejections == null ? Json.array() : Json.parse(rejections));
      }
    }
  }
}
