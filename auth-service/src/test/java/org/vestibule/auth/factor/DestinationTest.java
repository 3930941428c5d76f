package org.vestibule.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {

  @ParameterizedTest
  @CsvSource({
    "joanna@example.com, j***@e***.com",
    "j@x.org, j***@x***.org",
    "a.b+c@mail.example.co.uk, a***@m***.uk",
    "öl@bücher.example, ö***@b***.example"
  })
  void address_showsWhatItsOwnerKnowsAgain(String address, String masked) {
    assertThat(new Destination(Channel.EMAIL, address).masked()).isEqualTo(masked);
  }

  @Test
  void number_showsItsLastTwoDigitsAndNotItsLength() {
    assertThat(new Destination(Channel.SMS, "+4915112345678").masked()).isEqualTo("***78");
    assertThat(new Destination(Channel.SMS, "+4915112").masked()).isEqualTo("***12");
  }

  @Test
  void text_neverShowsTheWhole() {
    assertThat(new Destination(Channel.SMS, "+4915112345678").toString()).doesNotContain("151123");
  }
}
