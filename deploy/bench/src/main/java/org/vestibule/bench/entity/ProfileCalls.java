package org.vestibule.bench.entity;

import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vestibule.bench.load.LoadRequest;

/** The calls on the invented profiles, as a client of the application sends them. */
final class ProfileCalls {
  private final String clientId;
  private final String secret;

  ProfileCalls(String clientId, String secret) {
    this.clientId = clientId;
    this.secret = secret;
  }

  /** Makes a type of a name with the attributes of profiles. */
  LoadRequest createType(String name) {
    String attributes = ProfileType.attributes().encode();
    return LoadRequest.form(
            "/entityType.create", Map.of("type_name", name, "attr_defs", attributes))
        .as(clientId, secret);
  }

  LoadRequest create(String group, long number) {
    return call(
        "/entity.create", Map.of("attributes", ProfileType.profile(group, number).encode()));
  }

  LoadRequest byUuid(UUID uuid) {
    return call("/entity", Map.of("uuid", uuid.toString()));
  }

  LoadRequest byEmail(String email) {
    return call("/entity.find", Map.of("filter", "email = '" + email + "'"));
  }

  /** Up to 100 results. */
  LoadRequest createdSince(String time) {
    return find("created >= '" + time + "'", "created", 100);
  }

  /** The page of 1,000 behind an id. */
  LoadRequest pageAfter(long id) {
    return find("id > " + id, "id", 1_000);
  }

  private LoadRequest find(String filter, String order, int results) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("filter", filter);
    form.put("sort_on", "[\"" + order + "\"]");
    form.put("max_results", Integer.toString(results));
    return call("/entity.find", form);
  }

  LoadRequest count(String filter, int seconds) {
    return call("/entity.count", Map.of("filter", filter, "timeout", Integer.toString(seconds)));
  }

  LoadRequest update(UUID uuid, String attribute, String value) {
    return call(
        "/entity.update",
        Map.of("uuid", uuid.toString(), "attribute_name", attribute, "value", value));
  }

  /** A change of the type itself. */
  LoadRequest ofType(String operation, Map<String, String> parameters) {
    return call("/entityType." + operation, parameters);
  }

  /** Profiles of consecutive numbers with passwords that need no hashing. */
  LoadRequest bulkCreate(String group, long first, int count, String commitEach) {
    JsonArray all = new JsonArray();
    for (long number = first; number < first + count; number++) {
      all.add(ProfileType.profile(group, number).put("password", ProfileType.hashed()));
    }
    return call(
        "/entity.bulkCreate", Map.of("all_attributes", all.encode(), "commit_each", commitEach));
  }

  private LoadRequest call(String path, Map<String, String> parameters) {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    form.put("type_name", ProfileType.NAME);
    return LoadRequest.form(path, form).as(clientId, secret);
  }

  /** What every right answer holds. */
  static List<String> ok(String... more) {
    List<String> marks = new ArrayList<>(List.of("\"stat\":\"ok\""));
    marks.addAll(List.of(more));
    return List.copyOf(marks);
  }
}
