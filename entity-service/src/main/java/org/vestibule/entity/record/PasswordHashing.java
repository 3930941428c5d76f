package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.entity.credential.PasswordInput;
import org.vestibule.entity.credential.Passwords;
import org.vestibule.entity.problem.Violations;

/** Replaces the plain passwords of an input by their hashes before any row is locked. */
@ApplicationScoped
public class PasswordHashing {
  private static final int MOST_PASSWORDS = 10;

  private final Passwords passwords;

  /** Takes the hash function. */
  public PasswordHashing(Passwords passwords) {
    this.passwords = passwords;
  }

  Uni<Void> hash(ObjectNode values) {
    List<Place> places = new ArrayList<>();
    collect(values, places);
    if (places.size() > MOST_PASSWORDS) {
      throw Violations.constraint("/" + places.get(0).name(), "max-elements");
    }
    return Multi.createFrom()
        .iterable(places)
        .onItem()
        .transformToUniAndConcatenate(this::hash)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> hash(Place place) {
    return passwords
        .hash(place.plain())
        .invoke(it -> place.parent().set(place.name(), new POJONode(new PasswordInput.Hashed(it))))
        .replaceWithVoid();
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

  private record Place(ObjectNode parent, String name, String plain) {}
}
