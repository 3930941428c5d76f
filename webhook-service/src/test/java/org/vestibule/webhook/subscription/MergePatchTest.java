package org.vestibule.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.platform.json.Json;

class MergePatchTest {

  /** The cases of RFC 7396, appendix A, whose patch is an object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":\"b\"}                        | {\"a\":\"c\"}                  | {\"a\":\"c\"}",
        "{\"a\":\"b\"}                        | {\"b\":\"c\"}                  | {\"a\":\"b\",\"b\":\"c\"}",
        "{\"a\":\"b\"}                        | {\"a\":null}                   | {}",
        "{\"a\":\"b\",\"b\":\"c\"}            | {\"a\":null}                   | {\"b\":\"c\"}",
        "{\"a\":[\"b\"]}                      | {\"a\":\"c\"}                  | {\"a\":\"c\"}",
        "{\"a\":\"c\"}                        | {\"a\":[\"b\"]}                | {\"a\":[\"b\"]}",
        "{\"a\":{\"b\":\"c\"}}                | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
        "{\"a\":[{\"b\":\"c\"}]}              | {\"a\":[1]}                    | {\"a\":[1]}",
        "[\"a\",\"b\"]                        | {\"a\":\"b\"}                  | {\"a\":\"b\"}",
        "{\"e\":null}                         | {\"a\":1}                      | {\"e\":null,\"a\":1}",
        "{}                                   | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
      })
  void casesOfTheStandard(String target, String patch, String result) {
    assertThat(MergePatch.apply(Json.parse(target), (ObjectNode) Json.parse(patch)))
        .isEqualTo(Json.parse(result));
  }
}
