package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.IOException;
import java.util.function.Consumer;

/** An array of rows, or an object with the array under {@code rows} and with options beside it. */
final class JsonRows implements RowFormat {
  static final Violation NO_OBJECT =
      new Violation("", "must be an object, such as {\"script\": \"…\"}");

  private static final String ROWS = "rows";

  private final ObjectNode options = RecordJson.strict().createObjectNode();

  /** What stood beside the rows; known when everything is read. */
  ObjectNode options() {
    return options;
  }

  @Override
  public RowBinder binder() {
    return RowBinder.STRICT;
  }

  @Override
  public void read(String content, Consumer<RawRow> rows) throws IOException {
    try (JsonParser parser = RecordJson.strict().createParser(content)) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        array(parser, rows);
      } else if (first == JsonToken.START_OBJECT) {
        object(parser, rows);
      } else {
        throw new IOException("a list of rows is wanted, or an object with rows in it");
      }
      if (parser.nextToken() != null) {
        throw new IOException(
            "something more follows after the end, in line "
                + parser.currentTokenLocation().getLineNr());
      }
    }
  }

  private void object(JsonParser parser, Consumer<RawRow> rows) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (!name.equals(ROWS)) {
        options.set(name, parser.readValueAsTree());
      } else if (value == JsonToken.START_ARRAY) {
        array(parser, rows);
      } else {
        throw new IOException("'rows' must be a list");
      }
    }
  }

  private static void array(JsonParser parser, Consumer<RawRow> rows) throws IOException {
    int source = 1;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = parser.currentTokenLocation().getLineNr();
      JsonNode tree = parser.readValueAsTree();
      rows.accept(
          tree instanceof ObjectNode patch
              ? new RawRow.Read(source, line, patch)
              : new RawRow.Broken(source, line, NO_OBJECT));
      source++;
    }
  }
}
