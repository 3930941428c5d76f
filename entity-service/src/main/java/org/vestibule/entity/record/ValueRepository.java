package org.vestibule.entity.record;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.entity.filter.DistinctValues;
import org.vestibule.entity.filter.SqlWriter;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of the values that attributes have across records. */
@Singleton
public class ValueRepository {
  /** A page of the values of a scalar attribute, each once, as JSON texts. */
  Uni<List<String>> distinct(
      Tx tx, String applicationId, EntityType type, Located attribute, Page page) {
    SqlWriter sql = new SqlWriter();
    String query =
        DistinctValues.of(type.table(applicationId), attribute, sql)
            + " LIMIT "
            + sql.bind(page.limit(), "integer")
            + " OFFSET "
            + sql.bind(page.offset(), "bigint");
    return tx.connection()
        .preparedQuery(query)
        .execute(RecordRow.tuple(sql))
        .map(rows -> Rows.list(rows, row -> row.getString(0)));
  }
}
