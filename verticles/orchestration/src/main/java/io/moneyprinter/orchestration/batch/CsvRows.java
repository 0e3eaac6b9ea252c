package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Comma-separated values (RFC 4180): the first line has the keys, dots leading into objects, such
 * as {@code music.mood}. An empty cell says nothing; a cell that is a whole JSON list or object is
 * taken as such; numbers and truth values are written as text, as there is nothing else.
 */
final class CsvRows implements RowFormat {
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  @Override
  public RowBinder binder() {
    return RowBinder.OF_TEXT;
  }

  @Override
  public void read(String content, Consumer<RawRow> rows) throws IOException {
    String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
    try (MappingIterator<String[]> lines = CSV.readerFor(String[].class).readValues(text)) {
      if (!lines.hasNextValue()) {
        return;
      }
      List<String> keys = List.of(lines.nextValue()).stream().map(String::strip).toList();
      Set<String> seen = new HashSet<>();
      for (String key : keys) {
        if (key.isEmpty() || !seen.add(key)) {
          throw new IOException(
              "the first line must name each column once, and it has "
                  + (key.isEmpty() ? "one without a name" : "'" + key + "' twice"));
        }
      }
      int source = 1;
      int line = lines.getCurrentLocation().getLineNr();
      while (lines.hasNextValue()) {
        String[] cells = lines.nextValue();
        rows.accept(row(keys, cells, source++, line));
        line = lines.getCurrentLocation().getLineNr();
      }
    }
  }

  private static RawRow row(List<String> keys, String[] cells, int source, int line) {
    if (cells.length > keys.size()) {
      return new RawRow.Broken(
          source,
          line,
          new Violation(
              "",
              "has %d cells for %d columns: put text with commas between double quotes"
                  .formatted(cells.length, keys.size())));
    }
    ObjectNode patch = RecordJson.strict().createObjectNode();
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isBlank() && !new DottedKey(keys.get(i)).put(patch, value(cells[i]))) {
        return new RawRow.Broken(
            source,
            line,
            new Violation(
                new DottedKey(keys.get(i)).pointer(),
                "cannot be set beside a column for what it is part of: keep one of them"));
      }
    }
    return new RawRow.Read(source, line, patch);
  }

  private static JsonNode value(String cell) {
    String text = cell.strip();
    boolean json =
        text.startsWith("[") && text.endsWith("]") || text.startsWith("{") && text.endsWith("}");
    if (json) {
      try {
        return RecordJson.strict().readTree(text);
      } catch (JsonProcessingException plainText) {
        return TextNode.valueOf(cell);
      }
    }
    return TextNode.valueOf(cell);
  }
}
