package org.vestibule.entity.api;

import java.util.List;
import java.util.Optional;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.Reading;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.Selection;

/** Turns the argument {@code attributes} of reading operations into what is shown. */
final class Readings {
  private Readings() {}

  static Reading of(TypedCall call, Optional<List<String>> attributes) {
    return attributes.map(paths -> part(call, paths)).orElseGet(call::wholeReading);
  }

  private static Reading part(TypedCall call, List<String> texts) {
    Schema readable = call.sight().readable();
    List<AttributePath> paths = texts.stream().map(it -> path(readable, it)).toList();
    return Reading.of(call.type().schema(), call.sight(), Selection.of(paths).cut(readable.root()));
  }

  private static AttributePath path(Schema readable, String text) {
    AttributePath path =
        AttributePath.parse(text).orElseThrow(() -> Violations.unknownAttribute("/" + text));
    if (path.selectsElement()) {
      throw Violations.invalidArgument("attributes", "an element id is not allowed");
    }
    return Located.in(readable, path)
        .map(Located::path)
        .orElseThrow(() -> Violations.unknownAttribute(path.wireName()));
  }
}
