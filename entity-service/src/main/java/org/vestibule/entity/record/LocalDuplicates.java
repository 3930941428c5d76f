package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.problem.ProblemException;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Finds records that a schema with more local uniqueness would refuse. */
@ApplicationScoped
public class LocalDuplicates {
  private static final int BATCH = 500;

  private final SqlTransactions transactions;
  private final RecordScanRepository scan;
  private final RecordRepository records;

  /** Takes the records. */
  public LocalDuplicates(
      SqlTransactions transactions, RecordScanRepository scan, RecordRepository records) {
    this.transactions = transactions;
    this.scan = scan;
    this.records = records;
  }

  /** Refuses a schema that records break (361 with their number). */
  public Uni<Void> refuse(EntityType type, Schema schema, String path) {
    return countAfter(type, schema, 0, 0)
        .invoke(
            count -> {
              if (count > 0) {
                throw Violations.notUnique(path, count);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Long> countAfter(EntityType type, Schema schema, long id, long before) {
    return transactions
        .read(tx -> batch(tx, type, schema, id))
        .chain(
            batch ->
                batch.size() < BATCH
                    ? Uni.createFrom().item(before + batch.broken())
                    : countAfter(type, schema, batch.lastId(), before + batch.broken()));
  }

  private Uni<Batch> batch(Tx tx, EntityType type, Schema schema, long id) {
    return scan.after(tx, type.applicationId(), type, id, BATCH)
        .chain(rows -> checked(tx, type, schema, rows));
  }

  private Uni<Batch> checked(Tx tx, EntityType type, Schema schema, List<RecordRow> rows) {
    List<JsonNode> docs = rows.stream().map(row -> (JsonNode) Documents.read(type, row)).toList();
    Set<String> texts = new HashSet<>();
    docs.forEach(doc -> texts.addAll(FoldedTexts.of(schema.root(), doc)));
    long last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).id();
    return folding(tx, texts)
        .map(
            folding ->
                new Batch(
                    rows.size(),
                    last,
                    docs.stream().filter(doc -> breaks(schema.root(), doc, folding)).count()));
  }

  private Uni<Folding> folding(Tx tx, Set<String> texts) {
    return texts.isEmpty()
        ? Uni.createFrom().item(Folding.ASCII_ONLY)
        : records.fold(tx, texts).map(Folding::new);
  }

  private static boolean breaks(Attribute root, JsonNode doc, Folding folding) {
    try {
      check(root, doc, new LocalUniqueness(folding));
      return false;
    } catch (ProblemException refused) {
      return true;
    }
  }

  private static void check(Attribute container, JsonNode node, LocalUniqueness uniqueness) {
    for (Attribute child : container.children().values()) {
      JsonNode value = node.path(child.name());
      if (child.type() == AttributeType.OBJECT) {
        check(child, value, uniqueness);
      } else if (child.type() == AttributeType.PLURAL) {
        uniqueness.check(new Merge.Part(child, value, "/" + child.name()));
        value.forEach(element -> check(child, element, uniqueness));
      }
    }
  }

  private record Batch(int size, long lastId, long broken) {}
}
