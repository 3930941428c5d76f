package org.vestibule.entity.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;

/**
 * Names one record: by uuid, by id, by the value of a unique attribute, or by what somebody typed.
 *
 * @param identifierAttribute unique attribute that {@code identifier} is a value of
 * @param clientId the client whose view of the profile is wanted; null = none is wanted
 */
public record AccountSelector(
    UUID uuid,
    Long id,
    String keyAttribute,
    JsonNode keyValue,
    String identifierAttribute,
    String identifier,
    String clientId) {

  Filter where(EntityType type, Conditions conditions) {
    if (uuid != null) {
      return Filter.byUuid(uuid);
    }
    if (id != null) {
      return Filter.byId(id);
    }
    return identifier == null
        ? conditions.byKey(type, type.schema(), keyAttribute, keyValue)
        : conditions.byIdentifier(type, identifierAttribute, identifier);
  }
}
