package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.vestibule.entity.credential.StoredPassword;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.json.Json;

/** A stored record as trees, its document complete in the current schema. */
public final class RecordState {
  private static final String SIGN_IN = "/password";

  private final long id;
  private final UUID uuid;
  private final Instant created;
  private final Instant lastUpdated;
  private final Supplier<ObjectNode> stored;
  private final ObjectNode passwords;
  private ObjectNode doc;

  private RecordState(
      long id,
      UUID uuid,
      Instant created,
      Instant lastUpdated,
      Supplier<ObjectNode> stored,
      ObjectNode passwords) {
    this.id = id;
    this.uuid = uuid;
    this.created = created;
    this.lastUpdated = lastUpdated;
    this.stored = stored;
    this.passwords = passwords;
  }

  /** A record with a document that is at hand. */
  public static RecordState of(
      long id,
      UUID uuid,
      Instant created,
      Instant lastUpdated,
      ObjectNode doc,
      ObjectNode passwords) {
    return new RecordState(id, uuid, created, lastUpdated, () -> doc, passwords);
  }

  /**
   * The document is parsed when somebody looks at it: who gives a wrong password must not be able
   * to time that there is one.
   */
  static RecordState of(EntityType type, RecordRow row) {
    ObjectNode passwords =
        row.passwords() == null ? Json.object() : (ObjectNode) Json.parse(row.passwords());
    return new RecordState(
        row.id(),
        row.uuid(),
        row.created(),
        row.lastUpdated(),
        () -> Documents.read(type, row),
        passwords);
  }

  public long id() {
    return id;
  }

  public UUID uuid() {
    return uuid;
  }

  public Instant created() {
    return created;
  }

  public Instant lastUpdated() {
    return lastUpdated;
  }

  /** The attributes; always the same tree. */
  public ObjectNode doc() {
    if (doc == null) {
      doc = stored.get();
    }
    return doc;
  }

  /** The stored passwords by their places. */
  public ObjectNode passwords() {
    return passwords;
  }

  /** This record with other content. */
  RecordState with(Instant changed, ObjectNode newDoc, ObjectNode newPasswords) {
    return new RecordState(id, uuid, created, changed, () -> newDoc, newPasswords);
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
