package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.AttributeIndex;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.UniqueValueFill;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Goes through all records of a type, a few hundred locked at a time. */
@ApplicationScoped
public class UniqueValueFiller implements UniqueValueFill {
  private static final int BATCH = 500;

  private final SqlTransactions transactions;
  private final RecordScanRepository scan;
  private final UniqueValueRepository values;

  /** Takes the records and their unique values. */
  public UniqueValueFiller(
      SqlTransactions transactions, RecordScanRepository scan, UniqueValueRepository values) {
    this.transactions = transactions;
    this.scan = scan;
    this.values = values;
  }

  @Override
  public Uni<Void> fill(EntityType type, AttributeIndex index) {
    return fillAfter(type, index, new Progress(0, 0, false))
        .invoke(
            done -> {
              if (done.inTheWay() > 0) {
                throw Violations.notUnique(index.path(), done.inTheWay());
              }
            })
        .replaceWithVoid();
  }

  private Uni<Progress> fillAfter(EntityType type, AttributeIndex index, Progress before) {
    return transactions
        .run(tx -> batch(tx, type, index, before))
        .chain(now -> now.isEnd() ? Uni.createFrom().item(now) : fillAfter(type, index, now));
  }

  private Uni<Progress> batch(Tx tx, EntityType type, AttributeIndex index, Progress before) {
    return scan.lockAfter(tx, type.applicationId(), type, before.lastId(), BATCH)
        .chain(
            rows ->
                store(tx, type, index, rows).map(inTheWay -> before.after(rows, BATCH, inTheWay)));
  }

  private Uni<Long> store(Tx tx, EntityType type, AttributeIndex index, List<RecordRow> rows) {
    List<UniqueValueRepository.Claim> claims = new ArrayList<>();
    for (RecordRow row : rows) {
      UniqueRow.of(index, Documents.read(type, row))
          .forEach(it -> claims.add(new UniqueValueRepository.Claim(row.id(), it)));
    }
    return claims.isEmpty()
        ? Uni.createFrom().item(0L)
        : values.fill(tx, type.applicationId(), type, claims);
  }

  private record Progress(long lastId, long inTheWay, boolean isEnd) {
    Progress after(List<RecordRow> rows, int wanted, long more) {
      boolean end = rows.size() < wanted;
      long last = rows.isEmpty() ? lastId : rows.get(rows.size() - 1).id();
      return new Progress(last, inTheWay + more, end);
    }
  }
}
