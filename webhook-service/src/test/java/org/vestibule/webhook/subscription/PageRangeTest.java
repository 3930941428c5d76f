package org.vestibule.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRangeTest {

  @Test
  void withoutPage_isEverythingUpToAThousand() {
    PageRange all = PageRange.of(null, 250);
    assertThat(all.limit()).isEqualTo(1_000);
    assertThat(all.offset()).isZero();
    assertThat(all.links()).containsExactly(Map.entry("self", ""));
    assertThat(PageRange.of(null, 1_001).links()).containsEntry("next", "?page=11");
  }

  @Test
  void pageInTheMiddle_hasAllLinks() {
    PageRange second = PageRange.of("2", 250);
    assertThat(second.limit()).isEqualTo(100);
    assertThat(second.offset()).isEqualTo(100);
    assertThat(second.links())
        .containsExactly(
            Map.entry("self", "?page=2"),
            Map.entry("first", "?page=1"),
            Map.entry("prev", "?page=1"),
            Map.entry("next", "?page=3"),
            Map.entry("last", "?page=3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "0", "-1", "x", "", "1.5", "99999999999", "1e1", "١"})
  void pageThatDoesNotExist_isTheLastOne(String page) {
    assertThat(PageRange.of(page, 250).page()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "100, 1", "101, 2"})
  void lastPage(int total, int last) {
    assertThat(PageRange.of("999", total).page()).isEqualTo(last);
  }
}
