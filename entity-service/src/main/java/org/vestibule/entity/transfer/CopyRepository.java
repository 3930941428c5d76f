package org.vestibule.entity.transfer;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.vestibule.entity.problem.SqlStates;
import org.vestibule.entity.type.EntityType;

/** Copies rows into tables. */
@Singleton
class CopyRepository {
  private static final String COPY =
      "COPY %s (" + CopyChunk.COLUMNS + ") FROM STDIN (FORMAT binary)";

  private final ClaimRepository claims;

  /** Takes the values that are unique below plurals. */
  CopyRepository(ClaimRepository claims) {
    this.claims = claims;
  }

  /** Copies rows where they belong, all or none; false when one of them must not be stored. */
  boolean intoTable(Connection connection, String applicationId, EntityType type, CopyChunk chunk)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    if (isTaken(connection, applicationId, type, chunk)) {
      connection.releaseSavepoint(before);
      return true;
    }
    connection.rollback(before);
    return false;
  }

  private boolean isTaken(
      Connection connection, String applicationId, EntityType type, CopyChunk chunk)
      throws SQLException {
    try {
      into(connection, type.table(applicationId), chunk);
      return claims.insert(connection, type, chunk.claims()).isEmpty();
    } catch (SQLException failure) {
      if (SqlStates.isAboutRows(failure.getSQLState())) {
        return false;
      }
      throw failure;
    }
  }

  /** Copies rows into a table that has the columns of records. */
  void into(Connection connection, String table, CopyChunk chunk) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY.formatted(table));
    try {
      copy.writeToCopy(chunk.rows().bytes(), 0, chunk.rows().size());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
