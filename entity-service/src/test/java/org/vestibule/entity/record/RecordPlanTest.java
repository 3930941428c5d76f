package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.LongNode;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.filter.Order;
import org.vestibule.entity.filter.SqlWriter;
import org.vestibule.entity.schema.Blank;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.entity.sql.TestSql;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TestTypes;
import org.vestibule.platform.json.Json;

/** PostgreSQL must recognise our filters as what our indexes are about. */
class RecordPlanTest {
  private static final int ROWS = 100_000;
  private static final Conditions CONDITIONS = new Conditions(Clock.systemUTC());
  private static TestSql sql;
  private static EntityType type;

  @BeforeAll
  static void fill() {
    sql = new TestSql();
    type = TestTypes.store(sql, TestTypes.APPLICATION, TestSchemas.user());
    String blank = Json.write(Blank.children(type.schema().root()));
    sql.execute(
        """
        INSERT INTO %s (id, uuid, created, last_updated, schema_version, doc)
        SELECT n, gen_random_uuid(), now() - n * interval '1 minute', now() - n * interval '1 minute', 1,
               '%s'::jsonb || jsonb_build_object('email', 'User' || n || '@example.org',
                                                 'displayName', 'User ' || n)
          FROM generate_series(1, %d) AS n
        """
            .formatted(table(), blank, ROWS));
    sql.execute(
        """
        INSERT INTO unique_value
        SELECT %d, %d, value_key(fold('https://example.org/' || n)), n, n
          FROM generate_series(1, %d) AS n
        """
            .formatted(type.id(), identifierIndex(), ROWS));
    sql.execute("ANALYZE " + table());
    sql.execute("ANALYZE unique_value");
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          email = 'USER5@example.org'                               | _3
          displayName = 'user 5'                                    | _2
          uuid = '3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10'             | uuid_key
          created > 'yesterday'                                     | _created
          lastUpdated > 'yesterday' and email is not null           | _last_updated
          id > 99000                                                | _pkey
          id > 99000 and clients is not null                        | _pkey
          profiles.identifier = 'https://EXAMPLE.org/5'             | _pkey
          mobileNumber = '+31 20 555 0100' or email = 'a@b.example' | _3
          """)
  void filter_usesItsIndex(String filter, String index) {
    String plan = plan(filter, new Order(List.of()));
    assertThat(plan).contains(index).doesNotContain("Seq Scan on record");
  }

  @Test
  void pageById_readsOnlyItsRows() {
    String plan = plan("id > 50000 and email is not null", new Order(List.of("id")));
    assertThat(plan).contains("_pkey").doesNotContain("Sort").doesNotContain("Seq Scan");
  }

  @Test
  void elementWithAValueOfItsOwn_isFoundByIt() {
    assertThat(type.uniqueIn("/profiles")).containsExactly(identifierIndex());
    assertThat(type.uniqueIn("/profile")).isEmpty();
    Filter holder = Filter.byElement(type.id(), type.uniqueIn("/profiles"), 5);
    Filter has = CONDITIONS.byValue(type, "/profiles/id", LongNode.valueOf(5));
    assertThat(plan(holder.and(has), new Order(List.of())))
        .contains("unique_value_element")
        .contains("_pkey")
        .doesNotContain("Seq Scan");
  }

  private static String plan(String filter, Order order) {
    return plan(CONDITIONS.parse(type, type.schema(), filter), order);
  }

  private static String plan(Filter parsed, Order order) {
    SqlWriter writer = new SqlWriter();
    String query =
        "EXPLAIN SELECT id FROM "
            + table()
            + " WHERE "
            + parsed.sql(writer)
            + order.sql()
            + " LIMIT 100";
    List<Object> parameters = new ArrayList<>(writer.parameters());
    StringBuilder plan = new StringBuilder();
    sql.run(tx -> tx.connection().preparedQuery(query).execute(Tuple.tuple(parameters)))
        .forEach(row -> plan.append(row.getString(0)).append('\n'));
    return plan.toString();
  }

  private static String table() {
    return type.table(TestTypes.APPLICATION);
  }

  private static int identifierIndex() {
    return type.indexes().stream()
        .filter(it -> it.path().equals("/profiles/identifier"))
        .findFirst()
        .orElseThrow()
        .attributeId();
  }
}
