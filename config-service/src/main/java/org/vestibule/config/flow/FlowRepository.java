package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.vestibule.platform.sql.Tx;

/**
 * Rows of flows. A part is stored once for all the versions it lives in, from {@code since} to
 * before {@code until}; the lock of the flow's row is what makes its changes follow one another.
 */
@Singleton
class FlowRepository {
  private static final String PARTS =
      """
      SELECT CAST(coalesce(json_agg(json_build_array(section, name, body) ORDER BY position), '[]') AS text)
        FROM flow_part
       WHERE application_id = ?1 AND flow = ?2
         AND until > ?3 AND since <= ?3
      """;
  private static final String INSERT_FLOW =
      """
      INSERT INTO flow (application_id, name, head, head_number, created_at)
      VALUES (?1, ?2, ?3, 1, ?4)
      ON CONFLICT DO NOTHING
      """;

  /** A part keeps the place of the one that it replaces. */
  private static final String APPEND =
      """
      WITH given AS (
        SELECT section, name, position, body
          FROM json_to_recordset(CAST(CAST(?7 AS text) AS json))
            AS row (section text, name text, position integer, body json)
      ), ended AS (
        UPDATE flow_part old
           SET until = ?4
          FROM given
         WHERE old.application_id = ?1 AND old.flow = ?2
           AND old.section = given.section AND old.name = given.name
           AND old.until = 2147483647
      ), made AS (
        INSERT INTO flow_part (application_id, flow, section, name, since, until, position, body)
        SELECT ?1, ?2, given.section, given.name, CAST(?4 AS integer), 2147483647,
               coalesce(old.position, CAST(?4 AS bigint) * 1000000 + given.position), given.body
          FROM given
          LEFT JOIN flow_part old
            ON old.application_id = ?1 AND old.flow = ?2
           AND old.section = given.section AND old.name = given.name
           AND old.until = 2147483647
         WHERE given.body IS NOT NULL
      ), headed AS (
        UPDATE flow
           SET head = ?3, head_number = ?4
         WHERE application_id = ?1 AND name = ?2
      )
      INSERT INTO flow_version (application_id, flow, version, number, change, created_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """;

  /** Serialises the making of flows of one application, so that its limit holds. */
  private static final String LOCK_APPLICATION =
      "SELECT id FROM application WHERE id = ?1 FOR NO KEY UPDATE";

  Uni<Optional<Flow>> find(Tx tx, String applicationId, String name) {
    return tx.session().find(Flow.class, new FlowId(applicationId, name)).map(Optional::ofNullable);
  }

  Uni<Optional<Flow>> lock(Tx tx, String applicationId, String name) {
    return tx.session()
        .find(Flow.class, new FlowId(applicationId, name), LockModeType.PESSIMISTIC_WRITE)
        .map(Optional::ofNullable);
  }

  Uni<List<String>> names(Tx tx, String applicationId) {
    return tx.session()
        .createQuery(
            "select name from Flow where applicationId = ?1 order by createdAt, name", String.class)
        .setParameter(1, applicationId)
        .getResultList();
  }

  Uni<Void> lockApplication(Tx tx, String applicationId) {
    return tx.session()
        .createNativeQuery(LOCK_APPLICATION, String.class)
        .setParameter(1, applicationId)
        .getResultList()
        .replaceWithVoid();
  }

  Uni<Optional<FlowVersion>> findVersion(Tx tx, String applicationId, String name, String version) {
    return tx.session()
        .find(FlowVersion.class, new FlowVersionId(applicationId, name, version))
        .map(Optional::ofNullable);
  }

  /** All versions of a flow, newest first. */
  Uni<List<FlowVersion>> versions(Tx tx, String applicationId, String name) {
    return tx.session()
        .createQuery(
            "from FlowVersion where applicationId = ?1 and flow = ?2 order by number desc",
            FlowVersion.class)
        .setParameter(1, applicationId)
        .setParameter(2, name)
        .getResultList();
  }

  /** The parts of a version as an array of section, name and body. */
  Uni<String> parts(Tx tx, String applicationId, String name, int number) {
    return tx.session()
        .createNativeQuery(PARTS, String.class)
        .setParameter(1, applicationId)
        .setParameter(2, name)
        .setParameter(3, number)
        .getSingleResult();
  }

  /** Whether the flow was made; false where one of this name exists. */
  Uni<Boolean> insert(Tx tx, NewVersion first) {
    return tx.session()
        .createNativeQuery(INSERT_FLOW)
        .setParameter(1, first.applicationId())
        .setParameter(2, first.flow())
        .setParameter(3, first.version())
        .setParameter(4, first.at())
        .executeUpdate()
        .map(made -> made == 1);
  }

  /** Makes a version the newest one of a flow whose row is locked. */
  Uni<Void> append(Tx tx, NewVersion version, String changedParts) {
    return tx.session()
        .createNativeQuery(APPEND)
        .setParameter(1, version.applicationId())
        .setParameter(2, version.flow())
        .setParameter(3, version.version())
        .setParameter(4, version.number())
        .setParameter(5, version.change())
        .setParameter(6, version.at())
        .setParameter(7, changedParts)
        .executeUpdate()
        .replaceWithVoid();
  }
}
