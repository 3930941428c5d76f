package org.vestibule.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.local.host.StackFailure;

class CsvSourceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA =
      """
      [{"name":"id","type":"id"},{"name":"email","type":"string"},{"name":"age","type":"integer"},
       {"name":"height","type":"decimal"},{"name":"active","type":"boolean"},
       {"name":"born","type":"date"},{"name":"display","type":"json"},
       {"name":"password","type":"password-bcrypt"},
       {"name":"photos","type":"plural","attr_defs":[{"name":"value","type":"string"}]},
       {"name":"primaryAddress","type":"object","attr_defs":[{"name":"city","type":"string"},
         {"name":"zip","type":"string"}]}]
      """;

  @TempDir Path folder;

  @Test
  void cells_becomeWhatTheirAttributesAre() throws IOException {
    List<SourceRecord> records =
        read(
            "id,email,age,height,active,born,display,password,photos,/primaryAddress/city\n"
                + "7,a@example.com,5,1.50,TRUE,02/28/1990,\"{\"\"a\"\":[1]}\",pl,"
                + "\"[{\"\"value\"\":\"\"v\"\"}]\",Leiden\n");
    assertThat(text(records.get(0)))
        .isEqualTo(
            "{\"id\":7,\"email\":\"a@example.com\",\"age\":5,\"height\":1.50,\"active\":true,"
                + "\"born\":\"02/28/1990\",\"display\":{\"a\":[1]},\"password\":\"pl\","
                + "\"photos\":[{\"value\":\"v\"}],\"primaryAddress\":{\"city\":\"Leiden\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "age|five|\"five\"",
        "age|05|\"05\"",
        "age|1e5|1e5",
        "active|1|\"1\"",
        "photos|oops|\"oops\"",
        "display|oops|\"oops\"",
        "email|=1+1|\"=1+1\"",
        "email|true|\"true\"",
        "email|5|\"5\"",
      })
  void whatIsNotOfItsType_staysText(String column, String cell, String json) throws IOException {
    JsonNode record = JSON.readTree(text(read(column + "\n" + cell + "\n").get(0)));
    JsonNode wanted = JSON.readTree(json);
    assertThat(record.get(column)).isEqualTo(wanted);
  }

  @Test
  void emptyCells_sayNothing_andQuotedOnesMayHaveLines() throws IOException {
    List<SourceRecord> records =
        read(
            "\ufeffemail,primaryAddress.city,primaryAddress.zip\n,\"a\nb\",\n,,\nx\n\n\"\"\"q\"\"\",,\n");
    assertThat(records)
        .extracting(CsvSourceTest::text)
        .containsExactly(
            "{\"primaryAddress\":{\"city\":\"a\\nb\"}}",
            "{}",
            "{\"email\":\"x\"}",
            "{\"email\":\"\\\"q\\\"\"}");
    assertThat(records).extracting(SourceRecord::line).startsWith(2L, 4L, 5L);
  }

  @Test
  void rowWithTooManyCells_isRefused() throws IOException {
    List<SourceRecord> records = read("email\na,b\nc\n");
    assertThat(records.get(0).refusal()).contains("more cells");
    assertThat(records.get(1).isRefused()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, has no attribute",
    "photos.value, has no attribute",
    "'email,/email', Two columns",
    "'\u001b[31m', has no attribute",
  })
  void columnsThatAreNone_endTheImport(String header, String message) {
    assertThatThrownBy(() -> read(header + "\nx\n"))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\u001b");
  }

  @Test
  void filesThatAreNoTable_endTheImport() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("no row");
    assertThatThrownBy(() -> read("email\n\"" + "x".repeat(3 * 1024 * 1024)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("no end or is too long");
    assertThatThrownBy(() -> read("email\nZo\u00eb\n", StandardCharsets.ISO_8859_1))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("not UTF-8");
  }

  private List<SourceRecord> read(String text) throws IOException {
    return read(text, StandardCharsets.UTF_8);
  }

  private List<SourceRecord> read(String text, Charset charset) throws IOException {
    Path file = Files.writeString(folder.resolve("file.csv"), text, charset);
    List<SourceRecord> records = new ArrayList<>();
    TypeColumns columns = TypeColumns.of(JSON.readTree(SCHEMA));
    try (RecordSource source = RecordSource.open(file, columns)) {
      Optional<SourceRecord> record = source.next();
      while (record.isPresent()) {
        records.add(record.get());
        record = source.next();
      }
    }
    return records;
  }

  private static String text(SourceRecord record) {
    return new String(record.json(), StandardCharsets.UTF_8);
  }
}
