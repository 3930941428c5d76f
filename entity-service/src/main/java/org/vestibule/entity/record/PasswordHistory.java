package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vestibule.entity.credential.PasswordInput;
import org.vestibule.entity.credential.Passwords;
import org.vestibule.entity.credential.StoredPassword;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.json.Json;

/**
 * The last passwords with which a record's owner signed in, kept beside the current one where no
 * reader sees them (entity.md 8.3).
 */
@Singleton
public class PasswordHistory {
  private static final String NAME = "password";
  private static final String CURRENT = "/password";
  private static final String FORMER = "/password#history";

  private final Passwords passwords;

  /** Takes the check of passwords. */
  public PasswordHistory(Passwords passwords) {
    this.passwords = passwords;
  }

  /** Refuses a plain password that is one of the last (352). */
  Uni<Void> refuseReuse(EntityType type, RecordState state, ObjectNode values) {
    Optional<String> plain =
        input(values)
            .filter(PasswordInput.Plain.class::isInstance)
            .map(it -> ((PasswordInput.Plain) it).text());
    return plain
        .map(text -> refuse(last(type, state), text))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> refuse(List<StoredPassword> last, String plain) {
    return Multi.createFrom()
        .iterable(last)
        .onItem()
        .transformToUniAndConcatenate(it -> passwords.matches(Optional.of(it), plain))
        .collect()
        .with(Collectors.reducing(false, Boolean::logicalOr))
        .invoke(
            isReused -> {
              if (isReused) {
                throw Violations.passwordUnacceptable();
              }
            })
        .replaceWithVoid();
  }

  /** Refuses a hash that is one of the last (352); hashes cannot be compared in any other way. */
  static void refuseSameHash(EntityType type, RecordState state, ObjectNode values) {
    input(values)
        .filter(PasswordInput.Hashed.class::isInstance)
        .map(it -> ((PasswordInput.Hashed) it).password())
        .filter(given -> last(type, state).stream().anyMatch(it -> isSame(it, given)))
        .ifPresent(
            reused -> {
              throw Violations.passwordUnacceptable();
            });
  }

  private static boolean isSame(StoredPassword one, StoredPassword other) {
    return one.type().equals(other.type()) && one.value().equals(other.value());
  }

  private static Optional<PasswordInput> input(ObjectNode values) {
    return values.path(NAME) instanceof POJONode given
            && given.getPojo() instanceof PasswordInput input
        ? Optional.of(input)
        : Optional.empty();
  }

  private static List<StoredPassword> last(EntityType type, RecordState state) {
    int size = type.terms().passwordHistory();
    List<StoredPassword> last = new ArrayList<>();
    if (size > 0) {
      state.password().ifPresent(last::add);
      state.passwords().path(FORMER).forEach(it -> last.add(StoredPassword.of(it)));
    }
    return last.subList(0, Math.min(size, last.size()));
  }

  /** The former passwords that are stored with a record, as many as its type keeps now. */
  static ArrayNode former(EntityType type, ObjectNode passwords) {
    ArrayNode former = Json.array();
    passwords.path(FORMER).forEach(former::add);
    return cut(former, type);
  }

  /** Puts former passwords beside those of a new record, as many as its type keeps. */
  static void bring(EntityType type, ArrayNode former, ObjectNode passwords) {
    if (!cut(former, type).isEmpty()) {
      passwords.set(FORMER, former);
    }
  }

  private static ArrayNode cut(ArrayNode former, EntityType type) {
    int most = Math.max(0, type.terms().passwordHistory() - 1);
    while (former.size() > most) {
      former.remove(former.size() - 1);
    }
    return former;
  }

  /**
   * Puts the former passwords into the passwords of a record after a write.
   *
   * @param silent a password in it is the same as before, hashed anew
   */
  static void keep(EntityType type, ObjectNode before, ObjectNode after, Set<String> silent) {
    ArrayNode former = Json.array();
    JsonNode old = before.get(CURRENT);
    if (old != null && !old.equals(after.get(CURRENT)) && !silent.contains(NAME)) {
      former.add(old);
    }
    before.path(FORMER).forEach(former::add);
    bring(type, former, after);
  }
}
