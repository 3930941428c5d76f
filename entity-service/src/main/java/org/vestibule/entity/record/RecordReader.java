package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Finds records. */
@Singleton
public class RecordReader {
  private final RecordRepository repository;
  private final ValueRepository values;
  private final SqlTransactions transactions;

  /** Takes the tables. */
  public RecordReader(
      RecordRepository repository, ValueRepository values, SqlTransactions transactions) {
    this.repository = repository;
    this.values = values;
    this.transactions = transactions;
  }

  /** The record that a condition on a unique attribute fits, prepared for a way of reading. */
  public Uni<Optional<StoredRecord>> find(EntityType type, Filter where, Reading reading) {
    return transactions
        .read(tx -> repository.find(tx, type.applicationId(), type, where, reading))
        .map(found -> found.map(row -> new StoredRecord(type, row)));
  }

  /** The same for a record that must exist (310). */
  public Uni<StoredRecord> require(EntityType type, Filter where, Reading reading) {
    return find(type, where, reading).map(found -> found.orElseThrow(Violations::recordNotFound));
  }

  /** The names of the record that a condition on a unique attribute fits. */
  public Uni<Optional<RecordKey>> locate(EntityType type, Filter where) {
    return transactions.read(tx -> repository.locate(tx, type.applicationId(), type, where));
  }

  /** Whether a record fits. */
  public Uni<Boolean> exists(EntityType type, Filter where) {
    return transactions.read(tx -> repository.exists(tx, type.applicationId(), type, where));
  }

  /** The record with its passwords, for checks only. */
  public Uni<Optional<RecordState>> stateOf(EntityType type, Filter where) {
    return transactions
        .read(tx -> repository.findWithPasswords(tx, type.applicationId(), type, where))
        .map(found -> found.map(row -> RecordState.of(type, row)));
  }

  /**
   * The record whose password is checked. For a stranger nobody's is read in the same way and
   * dropped, so that nobody can time who exists.
   */
  public Uni<Optional<RecordState>> candidate(EntityType type, Filter where) {
    return transactions
        .read(tx -> repository.findOrNobody(tx, type.applicationId(), type, where))
        .map(found -> found.state(type));
  }

  /** A page of records. */
  public Uni<List<StoredRecord>> search(EntityType type, Search search, Optional<Duration> limit) {
    return limited(limit, tx -> repository.search(tx, type.applicationId(), type, search))
        .map(rows -> rows.stream().map(row -> new StoredRecord(type, row)).toList());
  }

  /** The number of records that fit. */
  public Uni<Long> count(EntityType type, Filter where, Optional<Duration> limit) {
    return limited(limit, tx -> repository.count(tx, type.applicationId(), type, where));
  }

  /** A page of the values that a scalar attribute has, each once, as JSON texts in their order. */
  public Uni<List<String>> values(
      EntityType type, Located attribute, Page page, Optional<Duration> limit) {
    return limited(limit, tx -> values.distinct(tx, type.applicationId(), type, attribute, page));
  }

  private <T> Uni<T> limited(Optional<Duration> limit, Function<Tx, Uni<T>> work) {
    return limit
        .map(it -> transactions.run(tx -> repository.limitTime(tx, it).chain(() -> work.apply(tx))))
        .orElseGet(() -> transactions.read(work));
  }
}
