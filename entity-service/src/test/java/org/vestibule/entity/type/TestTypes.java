package org.vestibule.entity.type;

import java.util.List;
import java.util.UUID;
import org.vestibule.entity.access.AccessSchemas;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.sql.TestSql;
import org.vestibule.platform.json.Json;

/** Entity types in a test database. */
public final class TestTypes {
  public static final String APPLICATION = "app-of-the-test";

  private TestTypes() {}

  /** A type that is stored nowhere, without rules and indexes. */
  public static EntityType of(Schema schema) {
    return new EntityType(
        APPLICATION,
        UUID.randomUUID(),
        1,
        1,
        "user",
        1,
        schema,
        List.of(),
        new AccessSchemas(Json.object()),
        TypeTerms.of(schema, List.of(), 0));
  }

  /** Stores a type of a new application as provisioning does. */
  public static EntityType store(TestSql sql, String applicationId, Schema schema) {
    TypeRepository types = new TypeRepository();
    return sql.run(
        tx ->
            types
                .insertApplication(tx, applicationId, UUID.randomUUID())
                .chain(number -> types.createSequence(tx, applicationId, number.orElseThrow()))
                .chain(() -> types.insertType(tx, applicationId, "user", schema))
                .chain(() -> types.find(tx, applicationId, "user"))
                .map(found -> found.orElseThrow()));
  }
}
