package org.vestibule.webhook.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;
import org.vestibule.webhook.wire.WebhookProblem;

class FilterTest {
  private static final String UPDATED =
      """
      {"entityUpdated":{"id":"e1","sub":"r1","globalSub":"capture-v1://h/app1/user/r1",
       "captureApplicationId":"app1","captureClientId":"c1","entityType":"user",
       "attributes":["email","primaryAddress.city"]}}
      """;
  private static final String CREATED =
      """
      {"entityCreated":{"id":"e1","sub":"r1","captureApplicationId":"app1","entityType":"user"}}
      """;

  @Test
  void oneApplication_passesItAndEventsOfOtherTypes() {
    String filter =
        """
        {"properties":{"entityUpdated":{"properties":{"captureApplicationId":{"const":"app1"}}}}}
        """;
    assertThat(accepts(filter, UPDATED)).isTrue();
    assertThat(accepts(filter, UPDATED.replace("app1", "app2"))).isFalse();
    assertThat(accepts(filter, CREATED.replace("app1", "app2"))).isTrue();
  }

  @Test
  void changedAttributes_withoutOtherTypes() {
    String filter =
        """
        {"properties":{"entityUpdated":{"properties":{"attributes":
         {"contains":{"enum":["email","mobileNumber"]}}}}},"additionalProperties":false}
        """;
    assertThat(accepts(filter, UPDATED)).isTrue();
    assertThat(accepts(filter, UPDATED.replace("email", "displayName"))).isFalse();
    assertThat(accepts(filter, CREATED)).isFalse();
  }

  @Test
  void entityTypes() {
    String filter =
        """
        {"$schema":"http://json-schema.org/draft-07/schema","properties":{"entityCreated":
         {"properties":{"entityType":{"enum":["user","user_test"]}}}}}
        """;
    assertThat(accepts(filter, CREATED)).isTrue();
    assertThat(accepts(filter, CREATED.replace("\"user\"", "\"partner\""))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                              | true",
        "{'required':['entityUpdated']}                                  | true",
        "{'required':['entityCreated']}                                  | false",
        "{'type':'object'}                                               | true",
        "{'type':['array','string']}                                     | false",
        "{'properties':{'entityUpdated':false}}                          | false",
        "{'properties':{'entityUpdated':true},'additionalProperties':false} | true",
        "{'not':{'required':['entityUpdated']}}                          | false",
        "{'anyOf':[{'required':['a']},{'required':['entityUpdated']}]}   | true",
        "{'oneOf':[{},{}]}                                               | false",
        "{'allOf':[{},{'required':['b']}]}                               | false",
        "{'const':{}}                                                    | false"
      })
  void keywordsAtTheTop(String filter, boolean expected) {
    assertThat(accepts(filter.replace('\'', '"'), UPDATED)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'minItems':2,'maxItems':2,'uniqueItems':true}          | true",
        "{'minItems':3}                                          | false",
        "{'maxItems':1}                                          | false",
        "{'items':{'type':'string','minLength':5}}               | true",
        "{'items':{'maxLength':5}}                               | false",
        "{'items':[{'const':'email'}],'additionalItems':false}   | false",
        "{'items':[{'const':'email'}],'additionalItems':true}    | true",
        "{'items':[{'const':'email'},{},{'const':'x'}]}          | true",
        "{'contains':{'pattern':'^primaryAddress\\\\.'}}          | true",
        "{'contains':{'pattern':'^Address'}}                     | false",
        "{'items':{'minimum':5,'multipleOf':2}}                  | true"
      })
  void keywordsOfArraysAndStrings(String attributes, boolean expected) {
    String filter =
        "{\"properties\":{\"entityUpdated\":{\"properties\":{\"attributes\":%s}}}}"
            .formatted(attributes.replace('\'', '"'));
    assertThat(accepts(filter, UPDATED)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$ref",
        "$id",
        "id",
        "definitions",
        "format",
        "patternProperties",
        "dependencies",
        "if",
        "then",
        "propertyNames",
        "minProperties",
        "default",
        "title",
        "unevaluatedProperties"
      })
  void otherKeyword_isNamed(String keyword) {
    String top = "{\"%s\":{}}".formatted(keyword);
    assertRefused(top, "Unsupported filter keyword: " + keyword);
    assertRefused(
        "{\"not\":{\"anyOf\":[%s]}}".formatted(top), "Unsupported filter keyword: " + keyword);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'properties':[]}               | filter keyword properties must be an object of schemas",
        "{'properties':{'a':1}}          | filter has a schema that is neither an object nor a boolean",
        "{'required':'a'}                | filter keyword required must be an array of different strings",
        "{'required':['a','a']}          | filter keyword required must be an array of different strings",
        "{'required':{'a':'b'}}          | filter keyword required must be an array of different strings",
        "{'enum':[]}                     | filter keyword enum must be an array of at least one value",
        "{'anyOf':[]}                    | filter keyword anyOf must be an array of at least one schema",
        "{'allOf':{}}                    | filter keyword allOf must be an array of at least one schema",
        "{'type':'text'}                 | filter keyword type must be the name of a JSON type or an array of such names",
        "{'type':[]}                     | filter keyword type must be the name of a JSON type or an array of such names",
        "{'minItems':-1}                 | filter keyword minItems must be an integer that is not negative",
        "{'maxLength':1.5}               | filter keyword maxLength must be an integer that is not negative",
        "{'minLength':99999999999}       | filter keyword minLength must be an integer that is not negative",
        "{'uniqueItems':1}               | filter keyword uniqueItems must be a boolean",
        "{'minimum':'1'}                 | filter keyword minimum must be a number",
        "{'exclusiveMaximum':true}       | filter keyword exclusiveMaximum must be a number",
        "{'multipleOf':0}                | filter keyword multipleOf must be a number above 0",
        "{'pattern':1}                   | filter keyword pattern must be a string",
        "{'pattern':'('}                 | filter has a pattern that cannot be read",
        "{'pattern':'(?=a)'}             | filter has a pattern that cannot be read",
        "{'pattern':'(a)\\\\1'}          | filter has a pattern that cannot be read",
        "{'$schema':{}}                  | filter keyword $schema must be a string"
      })
  void keywordWithAnotherValue_isRefused(String filter, String text) {
    assertRefused(filter.replace('\'', '"'), text);
  }

  private static boolean accepts(String filter, String events) {
    return Filter.of(object(filter)).accepts(object(events));
  }

  private static void assertRefused(String filter, String text) {
    assertThatThrownBy(() -> Filter.of(object(filter)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(new WebhookProblem.Invalid(text)));
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.parse(json);
  }
}
