package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.problem.ProblemException;
import org.vestibule.platform.sql.Tx;

/** Finds records that a schema with more local uniqueness would refuse. */
@Singleton
public class LocalDuplicates {
  private final RecordScan scan;
  private final RecordRepository records;

  /** Takes the records. */
  public LocalDuplicates(RecordScan scan, RecordRepository records) {
    this.scan = scan;
    this.records = records;
  }

  /** Refuses a schema that records break (361 with their number). */
  public Uni<Void> refuse(EntityType type, Schema schema, String path) {
    return scan.requireUnique(type, path, (tx, rows) -> broken(tx, type, schema, rows));
  }

  private Uni<Long> broken(Tx tx, EntityType type, Schema schema, List<RecordRow> rows) {
    List<JsonNode> docs = rows.stream().map(row -> (JsonNode) Documents.read(type, row)).toList();
    Set<String> texts = FoldedTexts.of(schema.root(), docs.toArray(JsonNode[]::new));
    return records
        .folding(tx, texts)
        .map(folding -> docs.stream().filter(doc -> breaks(schema.root(), doc, folding)).count());
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
}
