package io.moneyprinter.launcher.make;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.MappingFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Says what is wrong with a brief that cannot be read, and in which line. */
final class BriefFault {
  private final Path file;
  private final String text;
  private final JsonFactory format;

  /**
   * @param text of the file
   */
  BriefFault(Path file, String text, JsonFactory format) {
    this.file = file;
    this.text = text;
    this.format = format;
  }

  /** What a user is told of it: file, line, key and remedy. */
  ServiceFailure of(JsonProcessingException cause) {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
      return at(place(unknown), "there is no key '" + path(unknown) + "'; known here: " + known);
    }
    if (cause instanceof JsonMappingException unfit) {
      String where = path(unfit).isEmpty() ? "" : "'" + path(unfit) + "': ";
      return at(
          place(unfit),
          where
              + (unfit.getCause() instanceof IllegalArgumentException own
                  ? own.getMessage()
                  : plain(unfit)));
    }
    return at(cause.getLocation(), plain(cause));
  }

  private JsonLocation place(JsonMappingException cause) {
    try {
      return KeyPlace.of(cause, text, format).orElse(cause.getLocation());
    } catch (IOException notReadable) {
      return cause.getLocation();
    }
  }

  /** Jackson's own words, without the names of classes. */
  private static String plain(JsonProcessingException cause) {
    if (cause instanceof InvalidFormatException wrong) {
      return MappingFault.of(wrong).message();
    }
    return cause
        .getOriginalMessage()
        .replaceAll("`?(java|io)\\.[\\w.$]*\\.(\\w+)`?", "$2")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String path(JsonMappingException cause) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : cause.getPath()) {
      if (step.getFieldName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      } else {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return path.toString();
  }

  private ServiceFailure at(JsonLocation location, String what) {
    String where =
        location == null
            ? file.toString()
            : file + " line " + location.getLineNr() + " column " + location.getColumnNr();
    return new ServiceFailure(FailureCode.INVALID, where + ": " + what);
  }
}
