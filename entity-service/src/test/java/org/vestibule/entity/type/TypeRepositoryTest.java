package org.vestibule.entity.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.access.AccessType;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.entity.sql.TestSql;

class TypeRepositoryTest {
  private static TestSql sql;
  private final TypeRepository types = new TypeRepository();

  @BeforeAll
  static void open() {
    sql = new TestSql();
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void storedType_isReadBackAsItIs() {
    EntityType type = TestTypes.store(sql, "app-stored", TestSchemas.user());
    assertThat(type.schema()).isEqualTo(TestSchemas.user());
    assertThat(type.version()).isEqualTo(1);
    assertThat(type.indexes())
        .extracting(AttributeIndex::path)
        .containsExactlyInAnyOrder(
            "/mobileNumber", "/displayName", "/email", "/profiles/identifier", "/username");
    assertThat(type.table("app-stored")).isEqualTo("record_" + type.id());
  }

  @Test
  void typeOfAnotherApplication_isNotFound() {
    EntityType type = TestTypes.store(sql, "app-owner", TestSchemas.everything());
    Optional<EntityType> other = sql.run(tx -> types.find(tx, "app-other", "user"));
    assertThat(other).isEmpty();
    assertThatThrownBy(() -> type.table("app-other")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void application_isMadeOnce() {
    TestTypes.store(sql, "app-once", TestSchemas.everything());
    Optional<Long> again =
        sql.run(tx -> types.insertApplication(tx, "app-once", UUID.randomUUID()));
    assertThat(again).isEmpty();
  }

  @Test
  void accessSchemas_comeWithTheType() {
    EntityType type = TestTypes.store(sql, "app-access", TestSchemas.user());
    sql.execute(
        "INSERT INTO access_schema VALUES ("
            + type.id()
            + ", 'c1', 'read', '{/email,primaryAddress.city}'), ("
            + type.id()
            + ", 'c1', 'write_with_token', '{}')");
    EntityType read = sql.run(tx -> types.find(tx, "app-access", "user")).orElseThrow();
    assertThat(read.access().view(read.schema(), "c1", AccessType.READ).root().children().keySet())
        .containsExactlyInAnyOrder(
            "id", "uuid", "created", "lastUpdated", "primaryAddress", "email");
    assertThat(read.access().view(read.schema(), "c1", AccessType.WRITE)).isSameAs(read.schema());
    assertThat(
            read.access().view(read.schema(), "c1", AccessType.WRITE_WITH_TOKEN).root().children())
        .hasSize(4);
  }
}
