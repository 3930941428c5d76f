package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeRepository;
import org.vestibule.entity.type.UpkeepRepository;
import org.vestibule.entity.type.UpkeepRepository.Upkeep;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/**
 * Brings the rows of changed types to the current version of their schema, in batches, without
 * touching their times and without events.
 */
@Singleton
public class SchemaUpkeep implements BackgroundWork {
  private static final Logger LOG = Logger.getLogger(SchemaUpkeep.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int BATCH = 500;

  private final SqlTransactions transactions;
  private final UpkeepRepository upkeeps;
  private final TypeRepository types;
  private final RecordScanRepository scan;

  /** Takes the types to look after and their records. */
  public SchemaUpkeep(
      SqlTransactions transactions,
      UpkeepRepository upkeeps,
      TypeRepository types,
      RecordScanRepository scan) {
    this.transactions = transactions;
    this.upkeeps = upkeeps;
    this.types = types;
    this.scan = scan;
  }

  @Override
  public String name() {
    return "schema-upkeep";
  }

  @Override
  public LoopTimes times() {
    return LoopTimes.every(PAUSE);
  }

  @Override
  public Uni<Boolean> work() {
    return transactions.run(
        tx ->
            upkeeps
                .next(tx)
                .chain(
                    found ->
                        found
                            .map(it -> batch(tx, it))
                            .orElseGet(() -> Uni.createFrom().item(false))));
  }

  private Uni<Boolean> batch(Tx tx, Upkeep upkeep) {
    return types
        .find(tx, upkeep.applicationId(), upkeep.typeName())
        .map(found -> found.orElseThrow())
        .chain(type -> batch(tx, type, upkeep.lastId()));
  }

  private Uni<Boolean> batch(Tx tx, EntityType type, long lastId) {
    return scan.after(tx, type.applicationId(), type, lastId, BATCH)
        .chain(rows -> rows.isEmpty() ? finish(tx, type) : rewrite(tx, type, rows));
  }

  private Uni<Boolean> finish(Tx tx, EntityType type) {
    LOG.infof("all rows of type %d are in version %d", type.id(), type.version());
    return upkeeps.finish(tx, type.applicationId(), type).replaceWith(true);
  }

  private Uni<Boolean> rewrite(Tx tx, EntityType type, List<RecordRow> rows) {
    List<RecordRow> old =
        rows.stream()
            .filter(it -> it.schemaVersion() < type.version())
            .map(it -> current(type, it))
            .toList();
    Uni<Void> written =
        old.isEmpty()
            ? Uni.createFrom().voidItem()
            : scan.rewrite(tx, type.applicationId(), type, old);
    long last = rows.get(rows.size() - 1).id();
    return written
        .chain(() -> upkeeps.advance(tx, type.applicationId(), type, last))
        .replaceWith(true);
  }

  private static RecordRow current(EntityType type, RecordRow row) {
    RecordState state = RecordState.of(type, row);
    ObjectNode passwords =
        PasswordColumn.extract(type.schema().root(), state.doc(), state.passwords());
    PasswordHistory.keep(type, state.passwords(), passwords, Set.of());
    String hashes = passwords.isEmpty() ? null : Json.write(passwords);
    return row.withContent(type.version(), Documents.write(type, state.doc()), hashes);
  }
}
