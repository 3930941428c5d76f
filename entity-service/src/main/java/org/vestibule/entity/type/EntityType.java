package org.vestibule.entity.type;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.entity.access.AccessSchemas;
import org.vestibule.entity.filter.PluralKey;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/** An entity type of an application as the catalogue knows it, with the place of its records. */
public record EntityType(
    String applicationId,
    UUID customerId,
    long applicationNumber,
    long id,
    String name,
    int version,
    Schema schema,
    List<AttributeIndex> indexes,
    AccessSchemas access,
    TypeTerms terms) {

  /** Copies the indexes. */
  public EntityType {
    indexes = List.copyOf(indexes);
  }

  /** The table of the records; the application must be the one that owns the type. */
  public String table(String application) {
    if (!application.equals(applicationId)) {
      throw new IllegalArgumentException("type " + id + " is not of application " + application);
    }
    return RecordTable.name(id);
  }

  /** The table of what records were before their changes, of the same application. */
  public String versionTable(String application) {
    table(application);
    return RecordTable.versions(id);
  }

  /** This type with another schema, for looking at records only. */
  EntityType as(Schema other, int passwordHistory) {
    return new EntityType(
        applicationId,
        customerId,
        applicationNumber,
        id,
        name,
        version,
        other,
        List.of(),
        access,
        TypeTerms.of(other, List.of(), passwordHistory));
  }

  /** The schema that writers keep: the one that readers see, or one that it may become. */
  public Schema enforced() {
    return terms.tightening().enforced();
  }

  /** The sequence of the ids of records and elements. */
  public String sequence() {
    return RecordTable.sequence(applicationNumber);
  }

  /** The rows of unique values of an attribute below a plural. */
  public Optional<PluralKey> pluralKey(Located located) {
    String path = located.path().wireName();
    return indexes.stream()
        .filter(it -> it.kind() == AttributeIndex.Kind.ROWS && it.isReady())
        .filter(it -> it.path().equals(path))
        .map(it -> new PluralKey(id, it.attributeId()))
        .findFirst();
  }

  /** The numbers of the attributes whose unique values lie in the elements of a plural. */
  public List<Integer> uniqueIn(String plural) {
    return indexes.stream()
        .filter(it -> it.kind() == AttributeIndex.Kind.ROWS && it.isReady())
        .filter(it -> it.path().startsWith(plural + "/"))
        .filter(it -> it.path().indexOf('/', plural.length() + 1) < 0)
        .map(AttributeIndex::attributeId)
        .toList();
  }

  /** What no two records of the table may share, beside id and uuid. */
  public List<UniqueKey> uniqueKeys() {
    return indexes.stream()
        .filter(it -> it.kind() != AttributeIndex.Kind.ROWS && it.kind().isUnique())
        .map(UniqueKey::of)
        .toList();
  }

  /** The path of the attribute that an index of the table is about. */
  public Optional<String> attributeOfIndex(String indexName) {
    return indexes.stream()
        .filter(it -> RecordTable.index(id, it.attributeId()).equals(indexName))
        .map(it -> it.located().path().wireName())
        .findFirst();
  }
}
