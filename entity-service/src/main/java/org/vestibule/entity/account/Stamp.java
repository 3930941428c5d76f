package org.vestibule.entity.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vestibule.entity.date.WireDates;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.json.Json;

/** The value "now" for a date attribute that is reached through objects alone. */
final class Stamp {
  private static final String ARGUMENT = "attribute_name";

  private Stamp() {}

  static ObjectNode of(Schema schema, String path, Instant now) {
    List<String> names = require(schema, path).names();
    ObjectNode values = Json.object();
    ObjectNode level = values;
    for (String name : names.subList(0, names.size() - 1)) {
      level = level.putObject(name);
    }
    String time = WireDates.dateTime(now.truncatedTo(ChronoUnit.SECONDS));
    level.put(names.get(names.size() - 1), time);
    return values;
  }

  private static Located require(Schema schema, String path) {
    AttributePath parsed =
        AttributePath.parse(path)
            .filter(it -> !it.isRoot())
            .orElseThrow(() -> Violations.invalidArgument(ARGUMENT, "not an attribute"));
    Located located =
        Located.in(schema, parsed)
            .orElseThrow(() -> Violations.unknownAttribute(parsed.wireName()));
    boolean isDate =
        located.target().filter(it -> it.type() == AttributeType.DATE_TIME).isPresent();
    if (!isDate || located.passesManyElements() || parsed.selectsElement()) {
      throw Violations.invalidArgument(ARGUMENT, "it is not a dateTime");
    }
    return located;
  }
}
