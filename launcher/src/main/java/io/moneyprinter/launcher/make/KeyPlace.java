package io.moneyprinter.launcher.make;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.Optional;

/**
 * Where in a text a key stands. Binding a record buffers what it does not know yet and forgets
 * where that was, so the text is read once more, for the sake of an error that can be found.
 */
public final class KeyPlace {
  private KeyPlace() {}

  /** The place of the key, or list item, that a failed binding speaks of. */
  public static Optional<JsonLocation> of(
      JsonMappingException failure, String text, JsonFactory format) throws IOException {
    JsonPointer wanted = pointer(failure);
    try (JsonParser parser = format.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean here = parser.getParsingContext().pathAsPointer().equals(wanted);
        if (here && !wanted.equals(JsonPointer.empty())) {
          return Optional.of(parser.currentTokenLocation());
        }
      }
      return Optional.empty();
    }
  }

  private static JsonPointer pointer(JsonMappingException failure) {
    JsonPointer pointer = JsonPointer.empty();
    for (JsonMappingException.Reference step : failure.getPath()) {
      pointer =
          step.getFieldName() == null
              ? pointer.appendIndex(step.getIndex())
              : pointer.appendProperty(step.getFieldName());
    }
    return pointer;
  }
}
