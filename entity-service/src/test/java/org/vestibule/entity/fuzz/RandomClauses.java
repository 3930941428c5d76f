package org.vestibule.entity.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.entity.schema.Schema;

/** Makes filters over a schema, half of their constants values that records have. */
public final class RandomClauses {
  private final Random random;
  private final List<Route> comparable = new ArrayList<>();
  private final List<Route> nullable = new ArrayList<>();
  private final List<String> keys;
  private final List<UUID> uuids;
  private final long lastId;

  /** Takes what is in the records. */
  public RandomClauses(
      Random random, Schema schema, List<String> keys, List<UUID> uuids, long lastId) {
    this.random = random;
    this.keys = keys;
    this.uuids = uuids;
    this.lastId = lastId;
    collect(new Route(List.of()), schema.root());
  }

  private void collect(Route above, Attribute container) {
    for (Attribute child : container.children().values()) {
      Route route = above.then(child, 0);
      if (Kind.of(child) != Kind.NONE) {
        comparable.add(route);
      }
      nullable.add(route);
      if (child.type().isContainer()) {
        collect(route, child);
        if (child.type() == AttributeType.PLURAL && random.nextBoolean()) {
          collect(above.then(child, 1 + random.nextLong(lastId)), child);
        }
      }
    }
  }

  /** The routes by which records may be sorted. */
  public List<Route> sortable() {
    return comparable.stream().filter(it -> !it.isMany()).toList();
  }

  Clause clause(int depth) {
    int choice = random.nextInt(depth > 0 ? 12 : 7);
    return switch (choice) {
      case 0, 1, 2 -> test();
      case 3 -> pair();
      case 4, 5 -> nullTest();
      case 6 -> leaf();
      case 7, 8 -> new Clause.Junction(true, clause(depth - 1), clause(depth - 1));
      case 9 -> new Clause.Junction(false, clause(depth - 1), clause(depth - 1));
      case 10 -> new Clause.Not(clause(depth - 1));
      default -> new Clause.Equally(random.nextBoolean(), test(), clause(depth - 1));
    };
  }

  private Clause leaf() {
    List<Route> flags = comparable.stream().filter(it -> it.kind() == Kind.BOOLEAN).toList();
    return switch (random.nextInt(3)) {
      case 0 -> new Clause.Constant(random.nextBoolean());
      case 1 -> constants();
      default -> new Clause.Flag(Samples.pick(flags, random));
    };
  }

  private Clause constants() {
    Sign sign = sign(true);
    return random.nextBoolean()
        ? new Clause.Constants(text(), sign, text())
        : new Clause.Constants(number(), sign, number());
  }

  private Clause nullTest() {
    Route route = Samples.pick(nullable, random);
    return new Clause.Null(route, random.nextBoolean());
  }

  private Clause test() {
    Route route = Samples.pick(comparable, random);
    Sign sign = sign(route.kind() != Kind.BOOLEAN);
    return new Clause.Test(route, sign, literal(route), random.nextInt(4) == 0);
  }

  private Clause pair() {
    Route left = Samples.pick(comparable, random);
    List<Route> others = comparable.stream().filter(it -> it.kind().meets(left.kind())).toList();
    return new Clause.Pair(left, sign(left.kind() != Kind.BOOLEAN), Samples.pick(others, random));
  }

  private Sign sign(boolean withOrder) {
    List<Sign> signs =
        withOrder ? List.of(Sign.values()) : List.of(Sign.EQUAL, Sign.NOT_EQUAL, Sign.EQUAL);
    return random.nextInt(3) == 0 ? Sign.EQUAL : Samples.pick(signs, random);
  }

  private Literal literal(Route route) {
    return switch (route.kind()) {
      case TEXT -> route.target().has(Constraint.UNIQUE) ? key() : text();
      case NUMBER -> route.target().name().equals("id") ? id() : number();
      case BOOLEAN -> new Literal(Kind.BOOLEAN, random.nextBoolean());
      case UUID -> new Literal(Kind.UUID, Samples.pick(uuids, random));
      default -> new Literal(Kind.TIME, time());
    };
  }

  private Literal key() {
    return keys.isEmpty() ? text() : new Literal(Kind.TEXT, Samples.pick(keys, random));
  }

  private Literal id() {
    return new Literal(Kind.NUMBER, java.math.BigDecimal.valueOf(1 + random.nextLong(lastId)));
  }

  private Literal text() {
    return new Literal(Kind.TEXT, Samples.text(random));
  }

  private Literal number() {
    return new Literal(Kind.NUMBER, Samples.number(random));
  }

  private Instant time() {
    return Samples.time(random);
  }
}
