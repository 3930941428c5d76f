package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.entity.type.AttributeIndex;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.UniqueValueFill;
import org.vestibule.platform.sql.Tx;

/** Goes through all records of a type, a few hundred locked at a time. */
@Singleton
public class UniqueValueFiller implements UniqueValueFill {
  private final RecordScan scan;
  private final UniqueValueRepository values;

  /** Takes the records and their unique values. */
  public UniqueValueFiller(RecordScan scan, UniqueValueRepository values) {
    this.scan = scan;
    this.values = values;
  }

  @Override
  public Uni<Void> fill(EntityType type, AttributeIndex index) {
    return scan.requireUniqueLocking(
        type, index.path(), (tx, rows) -> store(tx, type, index, rows));
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
}
