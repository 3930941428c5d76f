package org.vestibule.entity.definition;

import java.util.List;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/** An attribute of a schema, or the record itself, as something is done to it. */
record Place(Located located) {

  /** The attribute that a client names; 223 when there is none. */
  static Place of(Schema schema, String name) {
    AttributePath path =
        AttributePath.parse(name)
            .filter(it -> !it.selectsElement())
            .orElseThrow(() -> Violations.unknownAttribute("/" + name));
    return new Place(
        Located.in(schema, path).orElseThrow(() -> Violations.unknownAttribute(path.wireName())));
  }

  /** The same for attributes that clients may change; 234 for those of the server. */
  static Place changeable(Schema schema, String name) {
    Place place = of(schema, name);
    if (place.isRoot()) {
      throw Violations.unknownAttribute("/");
    }
    if (place.attribute().reserved()) {
      throw Violations.reservedAttribute(place.path());
    }
    return place;
  }

  boolean isRoot() {
    return located.hops().isEmpty();
  }

  /** The attribute, or the root of the schema. */
  Attribute containerOf(Schema schema) {
    return located.target().orElse(schema.root());
  }

  Attribute attribute() {
    return located.target().orElseThrow();
  }

  /** As the wire writes it, empty for the record. */
  String path() {
    return located.path().wireName();
  }

  /** The container around it. */
  Place parent() {
    List<AttributePath.Step> steps = located.path().steps();
    int last = steps.size() - 1;
    return new Place(
        new Located(new AttributePath(steps.subList(0, last)), located.hops().subList(0, last)));
  }

  /** Whether it is the password that people sign in with, which the platform knows by name. */
  boolean isSignInPassword() {
    return path().equals("/password");
  }
}
