package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Iterator;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.id.IdSource;

/** Checks records that come from elsewhere as strictly as those that clients create. */
@Singleton
public class ImportedRecords {
  /** The highest id that a record or an element may bring. */
  public static final long HIGHEST_ID = KeptNames.HIGHEST_ID;

  private final Drafts drafts;
  private final PasswordHashing hashing;
  private final Stamps stamps;
  private final IdSource ids;

  /** Takes the steps of a write, and the sources of times and names. */
  public ImportedRecords(Drafts drafts, PasswordHashing hashing, Stamps stamps, IdSource ids) {
    this.drafts = drafts;
    this.hashing = hashing;
    this.stamps = stamps;
    this.ids = ids;
  }

  /**
   * Reads a record.
   *
   * @param hashesPlain whether plain passwords are taken, which cost a hash each
   */
  public ImportedRecord read(EntityType type, ObjectNode input, boolean hashesPlain) {
    ArrayNode former = FormerPasswords.takenFrom(type, input);
    boolean plain = PlainPasswords.areIn(type.schema().root(), input);
    Draft draft = drafts.forImport(type, input);
    if (plain && !hashesPlain) {
      throw Violations.invalidFormat("/password", "plain passwords are not taken");
    }
    return new ImportedRecord(type, draft.values(), drafts.kept(draft), former, plain);
  }

  /** Hashes its plain passwords. */
  public Uni<Void> hash(ImportedRecord record) {
    return hashing.hash(record.values());
  }

  /** Checks its plain passwords as if they were hashed, without the work. */
  public void pretendHashes(ImportedRecord record) {
    hashing.pretend(record.values());
  }

  /** What records get that they do not bring. */
  public ImportedRecord.Fresh fresh(Iterator<Long> numbers) {
    return new ImportedRecord.Fresh(ids, stamps.now(), numbers);
  }
}
