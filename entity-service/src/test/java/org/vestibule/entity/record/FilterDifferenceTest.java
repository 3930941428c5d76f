package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.filter.Order;
import org.vestibule.entity.fuzz.Folds;
import org.vestibule.entity.fuzz.RandomClauses;
import org.vestibule.entity.fuzz.RandomRecords;
import org.vestibule.entity.fuzz.RandomSchemas;
import org.vestibule.entity.fuzz.Samples;
import org.vestibule.entity.fuzz.Trial;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.sql.TestSql;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TestTypes;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Tx;

/**
 * Random filters over random records of random schemas find what an evaluator in memory finds that
 * was written from the specification; run one again by {@code -Dfuzz.seed=...}, more by {@code
 * -Dfuzz.schemas=...}.
 */
class FilterDifferenceTest {
  private static final int SCHEMAS = Integer.getInteger("fuzz.schemas", 20);
  private static final int RECORDS = 40;
  private static final int FILTERS = 100;
  private static final Conditions CONDITIONS = new Conditions(Clock.systemUTC());
  private static final BulkRepository BULK = new BulkRepository();
  private static final RecordRepository RECORD = new RecordRepository();
  private static final UniqueValueRepository UNIQUE = new UniqueValueRepository();
  private static TestSql sql;

  @BeforeAll
  static void open() {
    sql = new TestSql();
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void everyFilter_findsWhatItMeans() {
    long seed = Long.getLong("fuzz.seed", System.nanoTime());
    int found = 0;
    for (int i = 0; i < SCHEMAS; i++) {
      found += ofOneSchema(seed + i);
    }
    // Filters that fit no record, or all, would prove little.
    assertThat(found).isBetween(SCHEMAS * FILTERS * RECORDS / 10, SCHEMAS * FILTERS * RECORDS / 2);
  }

  private static int ofOneSchema(long seed) {
    Random random = new Random(seed);
    Schema schema = new RandomSchemas(random).schema();
    EntityType type = TestTypes.store(sql, "app-" + seed, schema);
    RandomRecords maker = new RandomRecords(random, 0);
    List<Map<String, Object>> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      records.add(maker.record(schema));
    }
    sql.run(tx -> store(tx, type, records));
    List<UUID> uuids = records.stream().map(it -> (UUID) it.get("uuid")).toList();
    long lastId = Long.parseLong(records.get(RECORDS - 1).get("id").toString());
    RandomClauses clauses = new RandomClauses(random, schema, maker.keys(), uuids, lastId);
    Set<String> texts = new HashSet<>(Samples.texts());
    texts.addAll(maker.keys());
    Folds folds = new Folds(sql.run(tx -> RECORD.folding(tx, texts)).folded());
    int found = 0;
    for (int i = 0; i < FILTERS; i++) {
      Trial trial = Trial.of(random, clauses);
      List<Long> expected = trial.expected(records, folds);
      assertThat(find(type, trial))
          .as("-Dfuzz.seed=%d %s sorted by %s in %s", seed, trial.filter(), trial.order(), type)
          .isEqualTo(expected);
      found += expected.size();
    }
    return found;
  }

  private static Uni<Void> store(Tx tx, EntityType type, List<Map<String, Object>> records) {
    List<RecordRow> rows = records.stream().map(it -> row(type, it)).toList();
    List<UniqueValueRepository.Claim> claims =
        rows.stream()
            .flatMap(
                row ->
                    UniqueRow.of(type, Json.parse(row.doc())).stream()
                        .map(it -> new UniqueValueRepository.Claim(row.id(), it)))
            .toList();
    String application = type.applicationId();
    return BULK.insert(tx, application, type, rows)
        .chain(() -> UNIQUE.insert(tx, application, type, claims));
  }

  private static RecordRow row(EntityType type, Map<String, Object> record) {
    return new RecordRow(
        Long.parseLong(record.get("id").toString()),
        (UUID) record.get("uuid"),
        (Instant) record.get("created"),
        (Instant) record.get("lastUpdated"),
        type.version(),
        Json.write(RandomRecords.document(type.schema().root(), record)),
        null);
  }

  private static List<Long> find(EntityType type, Trial trial) {
    Sight sight = new Sight(type.schema(), type.schema(), PasswordView.TYPE);
    Search search =
        new Search(
            CONDITIONS.parse(type, type.schema(), trial.filter()),
            Order.of(trial.order(), type.schema()),
            RECORDS + 1,
            0,
            Reading.of(type.schema(), sight));
    return sql.run(tx -> RECORD.search(tx, type.applicationId(), type, search)).stream()
        .map(RecordRow::id)
        .toList();
  }
}
