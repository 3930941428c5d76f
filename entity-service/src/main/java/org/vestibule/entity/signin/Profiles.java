package org.vestibule.entity.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.entity.access.AccessType;
import org.vestibule.entity.record.PasswordView;
import org.vestibule.entity.record.Reading;
import org.vestibule.entity.record.RecordState;
import org.vestibule.entity.record.Sight;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;

/** Records as the users of a client see them after a sign-in; passwords are null. */
public final class Profiles {
  private Profiles() {}

  /** The profile of a record that was just written. */
  public static ObjectNode of(EntityType type, StoredRecord record, String clientId) {
    return record.fresh(Reading.of(type.schema(), sight(type, clientId)));
  }

  /** The profile of a record that was read for a check. */
  public static ObjectNode of(EntityType type, RecordState record, String clientId) {
    return record.tree(sight(type, clientId));
  }

  private static Sight sight(EntityType type, String clientId) {
    Schema readable =
        clientId == null
            ? type.schema()
            : type.access().view(type.schema(), clientId, AccessType.READ_WITH_TOKEN);
    return new Sight(readable, type.schema(), PasswordView.HIDDEN);
  }
}
