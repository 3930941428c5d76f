package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.entity.credential.PasswordInput;
import org.vestibule.entity.credential.Passwords;
import org.vestibule.entity.credential.StoredPassword;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.loop.InTurn;

/** Replaces the plain passwords of an input by their hashes before any row is locked. */
@Singleton
public class PasswordHashing {
  private static final int MOST_PASSWORDS = 10;

  private final Passwords passwords;
  private final PasswordHistory history;

  /** Takes the hash function and what may not come again. */
  public PasswordHashing(Passwords passwords, PasswordHistory history) {
    this.passwords = passwords;
    this.history = history;
  }

  /** The same for a change of a record, whose last passwords may not come again (352). */
  Uni<Void> hashFresh(EntityType type, RecordState state, ObjectNode values) {
    return history.refuseReuse(type, state, values).chain(() -> hash(values));
  }

  Uni<Void> hash(ObjectNode values) {
    return InTurn.each(places(values), this::hash);
  }

  /** Puts something where the hashes would be, of values that are looked at only. */
  void pretend(ObjectNode values) {
    StoredPassword any = new StoredPassword(StoredPassword.CURRENT, "", null);
    places(values).forEach(it -> it.put(any));
  }

  private static List<Place> places(ObjectNode values) {
    List<Place> places = new ArrayList<>();
    collect(values, places);
    if (places.size() > MOST_PASSWORDS) {
      throw Violations.constraint("/" + places.get(0).name(), "max-elements");
    }
    return places;
  }

  private Uni<Void> hash(Place place) {
    return passwords.hash(place.plain()).invoke(place::put).replaceWithVoid();
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ArrayNode array) {
      array.forEach(it -> collect(it, places));
    } else if (node instanceof ObjectNode object) {
      object.properties().forEach(it -> member(object, it.getKey(), it.getValue(), places));
    }
  }

  private static void member(ObjectNode parent, String name, JsonNode value, List<Place> places) {
    if (value instanceof POJONode given && given.getPojo() instanceof PasswordInput.Plain plain) {
      places.add(new Place(parent, name, plain.text()));
    } else {
      collect(value, places);
    }
  }

  private record Place(ObjectNode parent, String name, String plain) {
    void put(StoredPassword hash) {
      parent.set(name, new POJONode(new PasswordInput.Hashed(hash)));
    }
  }
}
