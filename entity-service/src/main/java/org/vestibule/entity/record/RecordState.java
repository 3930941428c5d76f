package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.entity.credential.StoredPassword;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.json.Json;

/** A stored record as trees, its document complete in the current schema. */
public record RecordState(
    long id,
    UUID uuid,
    Instant created,
    Instant lastUpdated,
    ObjectNode doc,
    ObjectNode passwords) {
  private static final String SIGN_IN = "/password";

  static RecordState of(EntityType type, RecordRow row) {
    ObjectNode doc = Documents.read(type, row);
    ObjectNode passwords =
        row.passwords() == null ? Json.object() : (ObjectNode) Json.parse(row.passwords());
    return new RecordState(row.id(), row.uuid(), row.created(), row.lastUpdated(), doc, passwords);
  }

  /** The record as a caller sees it; of passwords at most the kind is in it. */
  public ObjectNode tree(Sight sight) {
    return RecordView.tree(this, sight.passwords(), sight.readable().root());
  }

  /** The stored password by which the record's owner signs in. */
  public Optional<StoredPassword> password() {
    return Optional.ofNullable(passwords.get(SIGN_IN)).map(StoredPassword::of);
  }

  /** The stored password at a place. */
  public Optional<StoredPassword> password(Target place) {
    return Optional.ofNullable(passwords.get(place.passwordKey())).map(StoredPassword::of);
  }
}
