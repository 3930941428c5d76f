package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.vestibule.entity.problem.SqlStates;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.SchemaJson;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Tx;

/** SQL of the fence that keeps writers away who do not know how tight a type has become. */
@Singleton
public class FenceRepository {
  private static final long FENCES_OF_TYPES = 0x7E57_1BC1L << 32;
  private static final String PASS = "SELECT pass_fence($1, $2, $3)";
  private static final String PASS_BATCH = "SELECT pass_fence(?, ?, ?)";
  private static final String WANT =
      """
      UPDATE entity_type
         SET wanted = $3::text::json, wanted_number = wanted_number + 1
       WHERE application_id = $1 AND id = $2
      RETURNING wanted_number
      """;
  private static final String LIMIT_WAITING = "SET LOCAL lock_timeout = '900ms'";
  private static final String AWAIT_WRITERS = "SELECT pg_advisory_xact_lock($1) IS NULL";
  private static final String RAISE =
      "UPDATE entity_type SET fence = $3 WHERE application_id = $1 AND id = $2";

  /** Lets a writer pass who knows all that it must keep, until the end of its transaction. */
  public Uni<Void> pass(Tx tx, String applicationId, EntityType type) {
    type.table(applicationId);
    return tx.connection()
        .preparedQuery(PASS)
        .execute(Tuple.of(type.id(), key(type), type.terms().tightening().number()))
        .onFailure(FenceRepository::isRaised)
        .transform(failure -> raised())
        .replaceWithVoid();
  }

  /** The same for a connection that copies; false for one who does not know. */
  public boolean pass(Connection connection, String applicationId, EntityType type)
      throws SQLException {
    type.table(applicationId);
    try (PreparedStatement statement = connection.prepareStatement(PASS_BATCH)) {
      statement.setLong(1, type.id());
      statement.setLong(2, key(type));
      statement.setInt(3, type.terms().tightening().number());
      statement.executeQuery().close();
      return true;
    } catch (SQLException failure) {
      if (SqlStates.isRaisedFence(failure.getSQLState())) {
        return false;
      }
      throw failure;
    }
  }

  /** Stores what writers shall keep from now on, and returns its number. */
  Uni<Integer> want(Tx tx, String applicationId, EntityType type, Schema schema) {
    String definition = Json.write(SchemaJson.stored(schema));
    return tx.connection()
        .preparedQuery(WANT)
        .execute(Tuple.of(applicationId, type.id(), definition))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /** Waits for those who have passed, and lets nobody pass any more who knows a smaller number. */
  Uni<Void> raise(Tx tx, String applicationId, EntityType type, int number) {
    return tx.connection()
        .query(LIMIT_WAITING)
        .execute()
        .chain(() -> tx.connection().preparedQuery(AWAIT_WRITERS).execute(Tuple.of(key(type))))
        .chain(
            () ->
                tx.connection()
                    .preparedQuery(RAISE)
                    .execute(Tuple.of(applicationId, type.id(), number)))
        .replaceWithVoid();
  }

  private static long key(EntityType type) {
    return FENCES_OF_TYPES + type.id();
  }

  private static boolean isRaised(Throwable failure) {
    return failure instanceof PgException refused && SqlStates.isRaisedFence(refused.getSqlState());
  }

  private static Throwable raised() {
    return CaptureProblem.tooMany("the entity type has just been changed").exception();
  }
}
