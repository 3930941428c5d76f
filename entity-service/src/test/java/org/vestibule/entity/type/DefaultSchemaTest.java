package org.vestibule.entity.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.TestSchemas;

class DefaultSchemaTest {
  @Test
  void fullSchema_isTheResource() {
    assertThat(DefaultSchema.read(DefaultSchema.Size.FULL)).isEqualTo(TestSchemas.user());
  }

  @Test
  void compactSchema_leavesOutWhatProvidersSeldomTell() {
    Schema compact = DefaultSchema.read(DefaultSchema.Size.COMPACT);
    Attribute profile = Located.in(compact, "/profiles/profile").target().orElseThrow();
    assertThat(profile.children().keySet())
        .containsExactlyInAnyOrder(
            "displayName",
            "name",
            "emails",
            "preferredUsername",
            "photos",
            "urls",
            "birthday",
            "gender");
    assertThat(compact.root().children().keySet())
        .isEqualTo(TestSchemas.user().root().children().keySet());
  }
}
