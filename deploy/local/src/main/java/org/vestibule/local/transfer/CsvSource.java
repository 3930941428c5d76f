package org.vestibule.local.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vestibule.local.host.StackFailure;

/** A CSV file (RFC 4180, UTF-8, commas) whose first row names attributes. */
final class CsvSource implements RecordSource {
  private static final String NOT_UTF8 = "it is not UTF-8";
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Path file;
  private final CountedInput input;
  private final MappingIterator<String[]> rows;
  private final TypeColumns types;
  private CsvRow columns;
  private long line = 1;

  private CsvSource(
      Path file, CountedInput input, MappingIterator<String[]> rows, TypeColumns types) {
    this.file = file;
    this.input = input;
    this.rows = rows;
    this.types = types;
  }

  static CsvSource open(Path file, TypeColumns types) throws IOException {
    CountedInput input = new CountedInput(Files.newInputStream(file));
    InputStreamReader reader =
        new InputStreamReader(
            input,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    try {
      MappingIterator<String[]> rows = mapper().readerFor(String[].class).readValues(reader);
      CsvSource source = new CsvSource(file, input, rows, types);
      source.readHeader();
      return source;
    } catch (CharacterCodingException notUtf8) {
      throw unreadable(file, 1, NOT_UTF8);
    }
  }

  private static CsvMapper mapper() {
    CsvFactory factory =
        CsvFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST).build())
            .build();
    return CsvMapper.builder(factory)
        .enable(CsvParser.Feature.WRAP_AS_ARRAY)
        .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
        .build();
  }

  private void readHeader() throws IOException {
    String[] header =
        row().orElseThrow(() -> new StackFailure("The file has no row that names the columns."));
    header[0] = header[0].startsWith(BYTE_ORDER_MARK) ? header[0].substring(1) : header[0];
    columns = CsvRow.of(header, types);
  }

  @Override
  public Optional<SourceRecord> next() throws IOException {
    long first = line;
    Optional<String[]> cells = row();
    return cells.isEmpty() ? Optional.empty() : Optional.of(record(first, cells.get()));
  }

  private SourceRecord record(long first, String[] cells) throws IOException {
    if (cells.length > columns.size()) {
      return refused(first, cells, "the row has more cells than there are columns");
    }
    byte[] json = columns.json(cells);
    return json.length > LONGEST
        ? refused(first, cells, "the record is longer than " + LONGEST + " bytes")
        : new SourceRecord(first, json, null);
  }

  private static SourceRecord refused(long line, String[] cells, String why) {
    String text = String.join(",", cells);
    String shown = text.substring(0, Math.min(text.length(), 200));
    return new SourceRecord(line, shown.getBytes(StandardCharsets.UTF_8), why);
  }

  private Optional<String[]> row() throws IOException {
    try {
      boolean isThere = rows.hasNextValue();
      Optional<String[]> row = isThere ? Optional.of(rows.nextValue()) : Optional.empty();
      line = Math.max(line, rows.getCurrentLocation().getLineNr());
      return row;
    } catch (CharacterCodingException notUtf8) {
      throw unreadable(file, line, NOT_UTF8);
    } catch (JsonProcessingException malformed) {
      throw unreadable(
          file,
          line,
          malformed.getCause() instanceof CharacterCodingException
              ? NOT_UTF8
              : "a cell has no end or is too long");
    }
  }

  private static StackFailure unreadable(Path file, long line, String why) {
    return new StackFailure(
        "%s cannot be read behind line %d: %s.".formatted(file.getFileName(), line, why));
  }

  @Override
  public long position() {
    return input.count();
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
