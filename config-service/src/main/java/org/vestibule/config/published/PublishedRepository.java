package org.vestibule.config.published;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

@Singleton
class PublishedRepository {
  private static final String VERSIONS =
      "select new org.vestibule.config.published.PublishedVersion(clientId, version) ";
  private static final String OF_CLIENT =
      "from PublishedSettings where applicationId = ?1 and clientId = ?2";

  Uni<Void> insert(Tx tx, PublishedSettings row) {
    return tx.session().persist(row).call(tx.session()::flush);
  }

  Uni<Optional<PublishedSettings>> latest(Tx tx, String applicationId, String clientId) {
    return tx.session()
        .createQuery(OF_CLIENT + " order by position desc", PublishedSettings.class)
        .setParameter(1, applicationId)
        .setParameter(2, clientId)
        .setMaxResults(1)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  Uni<Optional<PublishedSettings>> find(
      Tx tx, String applicationId, String clientId, UUID version) {
    return tx.session()
        .find(PublishedSettings.class, new PublishedSettingsId(applicationId, clientId, version))
        .map(Optional::ofNullable);
  }

  /** The versions of a client, the latest first. */
  Uni<List<PublishedVersion>> versions(Tx tx, String applicationId, String clientId) {
    return tx.session()
        .createQuery(VERSIONS + OF_CLIENT + " order by position desc", PublishedVersion.class)
        .setParameter(1, applicationId)
        .setParameter(2, clientId)
        .getResultList();
  }

  /** The versions of all clients, the latest of each client first. */
  Uni<List<PublishedVersion>> versions(Tx tx, String applicationId) {
    return tx.session()
        .createQuery(
            VERSIONS
                + "from PublishedSettings"
                + " where applicationId = ?1 order by clientId, position desc",
            PublishedVersion.class)
        .setParameter(1, applicationId)
        .getResultList();
  }

  Uni<Void> delete(Tx tx, String applicationId, String clientId, List<UUID> versions) {
    return tx.session()
        .createMutationQuery(
            "delete from PublishedSettings"
                + " where applicationId = ?1 and clientId = ?2 and version in ?3")
        .setParameter(1, applicationId)
        .setParameter(2, clientId)
        .setParameter(3, versions)
        .executeUpdate()
        .replaceWithVoid();
  }
}
