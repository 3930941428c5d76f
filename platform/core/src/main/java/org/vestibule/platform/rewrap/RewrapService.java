package org.vestibule.platform.rewrap;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.rewrap.RewrapRepository.SealedRow;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Seals everything anew that the keyring's first key did not seal, in batches of 500. */
@Singleton
public class RewrapService {
  private static final int BATCH = 500;
  private final SqlTransactions transactions;
  private final RewrapRepository repository;
  private final Keyring keyring;
  private final List<SealedColumn> places;

  /** Takes the places where this service keeps sealed values. */
  public RewrapService(
      SqlTransactions transactions,
      RewrapRepository repository,
      Keyring keyring,
      @All List<SealedColumn> places) {
    this.transactions = transactions;
    this.repository = repository;
    this.keyring = keyring;
    this.places = places;
  }

  /** How many values were sealed anew. */
  public Uni<Integer> rewrapAll() {
    return Multi.createFrom()
        .iterable(places)
        .onItem()
        .transformToUniAndConcatenate(this::rewrap)
        .collect()
        .with(java.util.stream.Collectors.summingInt(Integer::intValue));
  }

  private Uni<Integer> rewrap(SealedColumn place) {
    return transactions
        .run(tx -> batch(tx, place))
        .chain(done -> done < BATCH ? total(done) : rewrap(place).map(more -> done + more));
  }

  private static Uni<Integer> total(int done) {
    return Uni.createFrom().item(done);
  }

  private Uni<Integer> batch(Tx tx, SealedColumn place) {
    return repository
        .sealedByOtherKeys(tx, place, keyring.prefix(), BATCH)
        .map(rows -> rows.stream().map(row -> again(place, row)).toList())
        .call(rows -> repository.replace(tx, place, rows))
        .map(List::size);
  }

  private SealedRow again(SealedColumn place, SealedRow row) {
    String id = row.id().toString();
    String plain = keyring.open(place.table(), place.column(), id, row.sealed());
    return new SealedRow(row.id(), keyring.seal(place.table(), place.column(), id, plain));
  }
}
