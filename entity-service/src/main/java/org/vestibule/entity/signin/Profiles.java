package org.vestibule.entity.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.vestibule.entity.access.AccessType;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.record.PasswordView;
import org.vestibule.entity.record.Reading;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.Sight;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;

/** Records as the users of a client see them after a sign-in; passwords are null. */
@ApplicationScoped
public class Profiles {
  private final RecordReader reader;

  /** Takes the way to records. */
  public Profiles(RecordReader reader) {
    this.reader = reader;
  }

  /** The profile of a record that was just read or written. */
  public ObjectNode of(EntityType type, StoredRecord record, String clientId) {
    return record.fresh(reading(type, clientId));
  }

  /** The profile of a stored record. */
  public Uni<ObjectNode> of(EntityType type, Filter where, String clientId) {
    Reading reading = reading(type, clientId);
    return reader.require(type, where, reading).map(record -> record.tree(reading));
  }

  private static Reading reading(EntityType type, String clientId) {
    Schema readable =
        clientId == null
            ? type.schema()
            : type.access().view(type.schema(), clientId, AccessType.READ_WITH_TOKEN);
    return Reading.of(type.schema(), new Sight(readable, type.schema(), PasswordView.HIDDEN));
  }
}
