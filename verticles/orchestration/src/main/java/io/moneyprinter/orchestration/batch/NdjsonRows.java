package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.Iterator;
import java.util.function.Consumer;

/** One JSON object on each line; empty lines are passed over. A bad line spoils only itself. */
final class NdjsonRows implements RowFormat {
  private static final ObjectReader READER =
      RecordJson.strict()
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  @Override
  public RowBinder binder() {
    return RowBinder.STRICT;
  }

  @Override
  public void read(String content, Consumer<RawRow> rows) {
    int source = 1;
    int line = 0;
    Iterator<String> lines = content.lines().iterator();
    while (lines.hasNext()) {
      String text = lines.next();
      line++;
      if (!text.isBlank()) {
        rows.accept(row(text, source++, line));
      }
    }
  }

  private static RawRow row(String text, int source, int line) {
    try {
      JsonNode tree = READER.readTree(text);
      return tree instanceof ObjectNode patch
          ? new RawRow.Read(source, line, patch)
          : new RawRow.Broken(source, line, JsonRows.NO_OBJECT);
    } catch (JsonProcessingException e) {
      return new RawRow.Broken(
          source, line, new Violation("", "is no JSON: " + e.getOriginalMessage()));
    }
  }
}
