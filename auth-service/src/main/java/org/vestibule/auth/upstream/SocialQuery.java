package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.json.Json;

/** Who signs in by a social identity, for entity-service to find where the records live. */
public record SocialQuery(ObjectNode body) {

  /** By an element of {@code profiles}, else by an address that its provider vouches for. */
  public static SocialQuery of(
      ObjectNode identity, Optional<String> verifiedEmail, boolean silentMerge, String clientId) {
    ObjectNode body = Json.object().put("clientId", clientId).put("silentMerge", silentMerge);
    verifiedEmail.ifPresent(it -> body.put("verifiedEmail", it));
    body.set("identity", identity);
    return new SocialQuery(body);
  }

  /** The same with a second identity for the record; only one record may take it where known. */
  public SocialQuery merging(ObjectNode identity, Optional<UUID> into) {
    ObjectNode more = body.deepCopy();
    more.set("merge", identity);
    into.ifPresent(it -> more.put("mergeInto", it.toString()));
    return new SocialQuery(more);
  }

  @Override
  public String toString() {
    return "SocialQuery[***]";
  }
}
