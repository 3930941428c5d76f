package org.vestibule.webhook.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vestibule.platform.json.Json;

/** Our subset judges as a complete validator of draft-07 does. */
class FilterPropertyTest {
  private static final JsonSchemaFactory DRAFT_07 = JsonSchemaFactory.getInstance(VersionFlag.V7);

  @Property(tries = 2_000)
  void anyFilterAndAnyValue(@ForAll("schemas") String schema, @ForAll("values") String value) {
    Assume.that(schema.chars().filter(it -> it == '{' || it == '[').count() < 10);
    JsonNode filter = Json.parse(schema);
    JsonNode instance = Json.parse(value);
    boolean expected = DRAFT_07.getSchema(filter).validate(instance).isEmpty();
    assertThat(judge(filter, instance)).as("%s on %s", schema, value).isEqualTo(expected);
  }

  private static boolean judge(JsonNode schema, JsonNode value) {
    // The claim is an object; the property of an object carries any value.
    ObjectNode filter = Json.object();
    filter.putObject("properties").set("a", schema);
    return Filter.of(filter).accepts(Json.object().set("a", value));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.lazyOf(this::leaves, this::leaves, this::arrays, this::objects);
  }

  private Arbitrary<String> leaves() {
    return Arbitraries.of(
        "\"a\"",
        "\"ab\"",
        "\"abc\"",
        "\"\"",
        "1",
        "2",
        "2.0",
        "-3.5",
        "true",
        "false",
        "null",
        "\"\\ud83d\\ude00\"");
  }

  private Arbitrary<String> arrays() {
    return values().list().ofMaxSize(3).map(it -> "[" + String.join(",", it) + "]");
  }

  private Arbitrary<String> objects() {
    return Combinators.combine(values(), values(), Arbitraries.integers().between(0, 2))
        .as(
            (a, b, size) ->
                switch (size) {
                  case 0 -> "{}";
                  case 1 -> "{\"a\":" + a + "}";
                  default -> "{\"a\":" + a + ",\"b\":" + b + "}";
                });
  }

  @Provide
  Arbitrary<String> schemas() {
    return Arbitraries.lazyOf(
        this::plainSchemas, this::plainSchemas, this::nestedSchemas, this::pairs);
  }

  private Arbitrary<String> plainSchemas() {
    return Arbitraries.of(
        "{}",
        "true",
        "false",
        "{\"const\":\"a\"}",
        "{\"const\":2}",
        "{\"enum\":[\"a\",2,null,[\"a\"]]}",
        "{\"type\":\"string\"}",
        "{\"type\":[\"integer\",\"null\"]}",
        "{\"type\":\"number\"}",
        "{\"minLength\":2}",
        "{\"maxLength\":1}",
        "{\"pattern\":\"^a.?$\"}",
        "{\"minimum\":2}",
        "{\"maximum\":1}",
        "{\"exclusiveMinimum\":1}",
        "{\"exclusiveMaximum\":2}",
        "{\"multipleOf\":2}",
        "{\"minItems\":1}",
        "{\"maxItems\":1}",
        "{\"required\":[\"a\"]}");
  }

  private Arbitrary<String> nestedSchemas() {
    return Combinators.combine(
            schemas(),
            Arbitraries.of(
                "{\"not\":%s}",
                "{\"items\":%s}",
                "{\"contains\":%s}",
                "{\"properties\":{\"a\":%s}}",
                "{\"additionalProperties\":%s}",
                "{\"properties\":{\"a\":true},\"additionalProperties\":%s}",
                "{\"items\":[true],\"additionalItems\":%s}",
                "{\"items\":[%s]}",
                "{\"additionalItems\":%s}"))
        .as((inner, form) -> form.formatted(inner));
  }

  private Arbitrary<String> pairs() {
    return Combinators.combine(schemas(), schemas(), Arbitraries.of("allOf", "anyOf", "oneOf"))
        .as((one, other, name) -> "{\"" + name + "\":[" + one + "," + other + "]}");
  }
}
