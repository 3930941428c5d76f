package org.vestibule.entity.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeChanges;
import org.vestibule.entity.type.TypeState;
import org.vestibule.platform.http.CallContext;

/** Sets how many of the last passwords may not come again (entity.md 12.10). */
@Singleton
public class PasswordSettings {
  private static final int LONGEST = 10;
  private static final String MEMBER = "historySize";

  private final TypeChanges changes;

  /** Takes the way to change types. */
  public PasswordSettings(TypeChanges changes) {
    this.changes = changes;
  }

  /** The length in settings, 0 for none; 200 when it is neither null nor 0 to 10. */
  public static int historySize(JsonNode settings) {
    JsonNode size = settings.path(MEMBER);
    boolean isNone = settings.has(MEMBER) && size.isNull();
    boolean fits = size.isInt() && size.intValue() >= 0 && size.intValue() <= LONGEST;
    if (!isNone && !fits) {
      throw Violations.invalidArgument("settings", "historySize is null or a number from 0 to 10");
    }
    return size.asInt(0);
  }

  /** Sets the length; the passwords of now count at once. */
  public Uni<EntityType> set(EntityType known, int size, CallContext call) {
    return changes.apply(
        known,
        type -> {
          boolean hasPassword =
              type.schema()
                  .root()
                  .child("password")
                  .filter(it -> it.type() == AttributeType.PASSWORD)
                  .isPresent();
          if (!hasPassword) {
            throw Violations.unknownAttribute("/password");
          }
          return TypeState.of(type).withPasswordHistory(size);
        },
        call);
  }
}
