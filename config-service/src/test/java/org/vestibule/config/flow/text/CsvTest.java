package org.vestibule.config.flow.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void read_quotesLineEndsAndBlankLines() {
    assertThat(Csv.read("\uFEFFa,b\r\n\"x,\"\"y\"\"\r\nz\",\r\n\r\n,1\nlast,2"))
        .containsExactly(
            List.of("a", "b"), List.of("x,\"y\"\r\nz", ""), List.of("", "1"), List.of("last", "2"));
    assertThat(Csv.read("")).isEmpty();
    assertThat(Csv.read("a,")).containsExactly(List.of("a", ""));
  }

  @Test
  void read_whenMalformed_thenRefused() {
    assertThatThrownBy(() -> Csv.read("\"a")).hasMessageContaining("quote");
    assertThatThrownBy(() -> Csv.read("\"a\"b")).hasMessageContaining("quoted cell");
  }

  @Property
  void write_thenRead_isTheSame(
      @ForAll @Size(min = 1, max = 5) List<@Size(min = 2, max = 4) List<@NotEmpty String>> rows) {
    StringBuilder csv = new StringBuilder();
    rows.forEach(row -> Csv.write(csv, row));
    List<List<String>> read = Csv.read(csv.toString());
    boolean mark = csv.toString().startsWith("\uFEFF");
    assertThat(mark ? read.size() : read).isEqualTo(mark ? rows.size() : rows);
  }
}
