package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.vestibule.entity.problem.SqlStates;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.loop.Pause;
import org.vestibule.platform.sql.SqlTransactions;

/**
 * Finds out whether all records keep a tighter schema, so that none can be stored meanwhile that
 * does not: first every writer keeps it, then the records are looked at.
 */
@Singleton
public class TypeFences {
  private static final int TRIES = 10;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final SqlTransactions transactions;
  private final FenceRepository repository;
  private final SchemaChanges announcements;
  private final TypeCatalogue catalogue;

  /** Takes the fence and the way to tell writers of it. */
  public TypeFences(
      SqlTransactions transactions,
      FenceRepository repository,
      SchemaChanges announcements,
      TypeCatalogue catalogue) {
    this.transactions = transactions;
    this.repository = repository;
    this.announcements = announcements;
    this.catalogue = catalogue;
  }

  /**
   * Looks at the records while all writers keep a schema, which they do until the change of the
   * type of which this is a part is made or has failed.
   *
   * @param look fails for records that do not keep it
   */
  public Uni<Void> around(
      EntityType type, Schema wanted, Supplier<Uni<Void>> look, CallContext call) {
    long heard = catalogue.heard();
    return transactions
        .run(
            tx ->
                repository
                    .want(tx, type.applicationId(), type, wanted)
                    .call(() -> announcements.announce(tx, type, call)))
        .call(() -> catalogue.spread(heard))
        .chain(number -> raise(type, number, 1))
        .chain(() -> look.get());
  }

  /** Writers that have passed hold it up, and it holds up those behind it for a second at most. */
  private Uni<Void> raise(EntityType type, int number, int tries) {
    return transactions
        .run(tx -> repository.raise(tx, type.applicationId(), type, number))
        .onFailure(TypeFences::isTooLong)
        .recoverWithUni(() -> again(type, number, tries));
  }

  private Uni<Void> again(EntityType type, int number, int tries) {
    return tries == TRIES
        ? CaptureProblem.tooMany("records of the type are being written all the time").fail()
        : Pause.of(BETWEEN_TRIES).chain(() -> raise(type, number, tries + 1));
  }

  private static boolean isTooLong(Throwable failure) {
    return failure instanceof PgException refused && SqlStates.isLockTimeout(refused.getSqlState());
  }
}
