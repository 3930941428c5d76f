package org.vestibule.hosted.keys;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

@Singleton
class SigningKeyRepository {
  /** Who has a current key that served its time, a next one known to all, and one to forget. */
  private static final String IS_DUE =
      """
      previous_key.algorithm = 'RS256' AND previous_key.state = 'previous'
         AND previous_key.since <= ?1
         AND next_key.customer_id = previous_key.customer_id
         AND next_key.algorithm = 'RS256' AND next_key.state = 'next'
         AND next_key.created_at <= ?2
         AND current_key.customer_id = previous_key.customer_id
         AND current_key.algorithm = 'RS256' AND current_key.state = 'current'
         AND current_key.since <= ?3
      """;

  private static final String DUE =
      """
      SELECT current_key.customer_id
        FROM signing_key AS current_key, signing_key AS next_key, signing_key AS previous_key
       WHERE %s
       ORDER BY current_key.since
       LIMIT 1
      """
          .formatted(IS_DUE);

  // Of several at once one finds the row; the others wait for its commit and find nothing.
  private static final String FORGET_PREVIOUS =
      """
      DELETE FROM signing_key AS previous_key
       USING signing_key AS next_key, signing_key AS current_key
       WHERE previous_key.customer_id = ?4
         AND %s
      """
          .formatted(IS_DUE);
  private static final String ENTER =
      """
      UPDATE signing_key
         SET state = ?3, since = ?4
       WHERE customer_id = ?1 AND algorithm = 'RS256' AND state = ?2
      """;

  Uni<Void> insert(Tx tx, List<SigningKey> keys) {
    return tx.session().persistAll(keys.toArray()).call(tx.session()::flush);
  }

  Uni<List<SigningKey>> find(Tx tx, UUID customerId, KeyAlgorithm algorithm) {
    return tx.session()
        .createQuery("from SigningKey where customerId = ?1 and algorithm = ?2", SigningKey.class)
        .setParameter(1, customerId)
        .setParameter(2, algorithm.name())
        .getResultList();
  }

  Uni<Optional<SigningKey>> current(Tx tx, UUID customerId, KeyAlgorithm algorithm) {
    return find(tx, customerId, algorithm)
        .map(keys -> keys.stream().filter(it -> it.state.equals("current")).findFirst());
  }

  /** A customer whose RS256 keys are to be rotated. */
  Uni<Optional<UUID>> due(Tx tx, RotationLimits limits) {
    return tx.session()
        .createNativeQuery(DUE, UUID.class)
        .setParameter(1, limits.retiredBefore().atOffset(ZoneOffset.UTC))
        .setParameter(2, limits.publishedBefore().atOffset(ZoneOffset.UTC))
        .setParameter(3, limits.currentBefore().atOffset(ZoneOffset.UTC))
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  /** True for the one transaction that is to rotate the keys of this customer. */
  Uni<Boolean> forgetPrevious(Tx tx, UUID customerId, RotationLimits limits) {
    return tx.session()
        .createNativeQuery(FORGET_PREVIOUS)
        .setParameter(1, limits.retiredBefore().atOffset(ZoneOffset.UTC))
        .setParameter(2, limits.publishedBefore().atOffset(ZoneOffset.UTC))
        .setParameter(3, limits.currentBefore().atOffset(ZoneOffset.UTC))
        .setParameter(4, customerId)
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  /** Makes the current key the previous one and the next key the current one. */
  Uni<Void> advance(Tx tx, UUID customerId, Instant now) {
    return enter(tx, customerId, KeyState.current, KeyState.previous, now)
        .chain(() -> enter(tx, customerId, KeyState.next, KeyState.current, now));
  }

  private static Uni<Void> enter(Tx tx, UUID customerId, KeyState from, KeyState to, Instant now) {
    return tx.session()
        .createNativeQuery(ENTER)
        .setParameter(1, customerId)
        .setParameter(2, from.name())
        .setParameter(3, to.name())
        .setParameter(4, now.atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }
}
