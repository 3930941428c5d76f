package org.vestibule.auth.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.form.TestFlows.field;
import static org.vestibule.auth.form.TestFlows.given;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DateFieldTest {
  private static final FlowForm FORM =
      field(
          "birthdate",
          "dateselect",
          ",'schemaId':'birthday','label':'Birthdate','validation':[{'rule':'minYears','value':16,'message':'Too young.'}]");

  @Test
  void parts_whenComplete_thenOneDate() {
    assertThat(stored(parts("1990", "4", "3"))).isEqualTo("1990-04-03");
    assertThat(stored(parts(" 1990", "04", "03 "))).isEqualTo("1990-04-03");
  }

  @Test
  void plainDate_whenGiven_thenAccepted() {
    assertThat(stored(Map.of("birthdate", "1990-04-23"))).isEqualTo("1990-04-23");
  }

  @Test
  void parts_whenAllEmpty_thenCleared() {
    ProcessedForm processed = process(parts("", "", ""));

    assertThat(processed.isValid()).isTrue();
    assertThat(processed.attributes().get("birthday").isNull()).isTrue();
  }

  @Test
  void parts_whenAbsent_thenUnchanged() {
    assertThat(process(Map.of()).attributes()).isEmpty();
  }

  @Test
  void parts_whenIncompleteOrImpossible_thenNotAValidDate() {
    for (var given :
        new Map[] {
          parts("1990", "", "3"),
          parts("90", "4", "3"),
          parts("1990", "13", "3"),
          parts("1990", "2", "30"),
          parts("0000", "1", "1"),
          Map.of("birthdate[dateselect_year]", "1990"),
          Map.of("birthdate", "23-04-1990"),
          Map.of("birthdate", "1990-4-3")
        }) {
      assertThat(message(given)).as("%s", given).isEqualTo("Birthdate is not a valid date.");
    }
  }

  @Test
  void minYears_countsFullYearsToTheDay() {
    assertThat(process(Map.of("birthdate", "2010-03-11")).isValid()).isTrue();
    assertThat(message(Map.of("birthdate", "2010-03-12"))).isEqualTo("Too young.");
    assertThat(message(Map.of("birthdate", "2990-01-01"))).isEqualTo("Too young.");
  }

  @Test
  void parts_whenDigitsOfAnotherScript_thenRefused() {
    assertThat(message(parts("١٩٩٠", "4", "3"))).isEqualTo("Birthdate is not a valid date.");
  }

  private static Map<String, String> parts(String year, String month, String day) {
    return Map.of(
        "birthdate[dateselect_year]", year,
        "birthdate[dateselect_month]", month,
        "birthdate[dateselect_day]", day);
  }

  private static String stored(Map<String, String> parameters) {
    return process(parameters).attributes().path("birthday").asText();
  }

  private static String message(Map<String, String> parameters) {
    return process(parameters).invalid().messages().get("birthdate").get(0);
  }

  private static ProcessedForm process(Map<String, String> parameters) {
    return new FormProcessor(
            TestFlows.userSchema(), name -> Optional.empty(), LocalDate.of(2026, 3, 11))
        .process(FORM, given(parameters));
  }
}
