package org.vestibule.entity.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.filter.Order;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.PasswordView;
import org.vestibule.entity.record.Reading;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.Search;
import org.vestibule.entity.record.Sight;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Selection;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.problem.ProblemException;

/** Gives out all records of a type in the order of their ids, a page at a time. */
@Singleton
public class ExportService {
  /** A filter that fits few of many records makes a page slow. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int TYPICAL_RECORD = 2_048;

  private final Conditions conditions;
  private final RecordReader reader;
  private final Offload offload;

  /** Takes the records, and threads for the writing of pages. */
  public ExportService(Conditions conditions, RecordReader reader, Offload offload) {
    this.conditions = conditions;
    this.reader = reader;
    this.offload = offload;
  }

  /** The records of a page as JSON, one per line. */
  Uni<String> page(EntityType type, ExportRequest request) {
    return Uni.createFrom()
        .deferred(() -> page(type, search(type, request)))
        .onFailure(Refusal::is)
        .transform(ExportService::badRequest);
  }

  private Uni<String> page(EntityType type, Search search) {
    return reader
        .search(type, search, Optional.of(LIMIT))
        .chain(records -> offload.io(() -> lines(records, search.reading())));
  }

  private Search search(EntityType type, ExportRequest request) {
    Filter where =
        conditions
            .parse(type, type.schema(), request.filter())
            .and(Filter.afterId(request.after()));
    PasswordView passwords = request.passwords() ? PasswordView.HISTORY : PasswordView.HIDDEN;
    Sight sight = new Sight(type.schema(), type.schema(), passwords);
    Order byId = Order.of(List.of("id"), type.schema());
    return new Search(where, byId, request.limit(), 0, reading(type, sight, request));
  }

  /** The id is there whatever is asked for: by it the next page is found. */
  private static Reading reading(EntityType type, Sight sight, ExportRequest request) {
    if (request.attributes() == null) {
      return Reading.of(type.schema(), sight);
    }
    List<AttributePath> paths = request.attributes().stream().map(it -> path(type, it)).toList();
    Attribute wanted = Selection.of(paths).cutWithReserved(type.schema().root());
    return Reading.of(type.schema(), sight, wanted);
  }

  private static AttributePath path(EntityType type, String text) {
    return AttributePath.parse(text)
        .filter(it -> !it.selectsElement())
        .flatMap(it -> Located.in(type.schema(), it))
        .map(Located::path)
        .orElseThrow(() -> Violations.unknownAttribute(text));
  }

  private static String lines(List<StoredRecord> records, Reading reading) {
    StringBuilder lines = new StringBuilder(records.size() * TYPICAL_RECORD);
    for (StoredRecord record : records) {
      record.write(reading, lines);
      lines.append('\n');
    }
    return lines.toString();
  }

  private static Throwable badRequest(Throwable refusal) {
    CaptureProblem problem = (CaptureProblem) ((ProblemException) refusal).problem();
    return InternalProblem.badRequest(problem.description());
  }
}
