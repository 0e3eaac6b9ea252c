package io.moneyprinter.gateway.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a request body as a record, strictly: what is not understood is refused with the place
 * where it stands (RFC 6901).
 *
 * @param <T> the record
 */
public final class JsonBody<T extends Record> {
  private final ObjectReader reader;
  private final Map<String, String> hints;

  /**
   * @param hints for fields that people may well try but that are not taken: pointer to sentence
   */
  public JsonBody(Class<T> type, Map<String, String> hints) {
    this.reader = RecordJson.strict().readerFor(type);
    this.hints = Map.copyOf(hints);
  }

  /** Fails with {@link ServiceFailure} {@code INVALID}, or {@link Refusal} 415. */
  public T read(RoutingContext ctx) {
    requireJson(ctx);
    return read(ctx.body().buffer());
  }

  /** Reads a text that came some other way. */
  public T read(Buffer body) {
    JsonNode tree = JsonTree.read(body);
    if (!tree.isObject()) {
      throw ServiceFailure.invalid("", "The body is not of the right kind; an object is wanted");
    }
    try {
      return reader.readValue(tree);
    } catch (JsonMappingException e) {
      String pointer = pointer(e.getPath());
      throw ServiceFailure.invalid(pointer, hints.getOrDefault(pointer, sentence(e)));
    } catch (IOException e) {
      throw ServiceFailure.invalid("", "The body could not be read: " + e.getMessage());
    }
  }

  /** A body of another type is refused; it is most likely a form, or a mistake. */
  public static void requireJson(RoutingContext ctx) {
    if (!saysJson(ctx)) {
      throw new Refusal(415, "Send the body as JSON with Content-Type: application/json");
    }
  }

  /** Whether the request declares a JSON body. A page of another origin cannot, unasked. */
  public static boolean saysJson(RoutingContext ctx) {
    return mediaType(ctx).equals("application/json");
  }

  /** What the body is said to be, in small letters and without parameters; empty for nothing. */
  public static String mediaType(RoutingContext ctx) {
    String type = ctx.request().getHeader("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "/" + step.getIndex()
                    : "/" + JsonTree.escaped(step.getFieldName()))
        .collect(Collectors.joining());
  }

  private static String sentence(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "There is no field '%s' here; known are %s"
          .formatted(
              unknown.getPropertyName(),
              unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
      return "'%s' is not one of %s".formatted(wrong.getValue(), words(wrong.getTargetType()));
    }
    if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
      // Without a message it is a null within a list or map, which the record could not copy.
      String reason = refused.getCause().getMessage();
      return reason == null ? "holds a null where a value is wanted" : reason;
    }
    return e instanceof MismatchedInputException other && other.getTargetType() != null
        ? "is not of the right kind; " + kind(other.getTargetType()) + " is wanted"
        : "cannot be read";
  }

  private static String kind(Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Double.class || type == double.class) {
      return "a number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(word -> RecordJson.wire().convertValue(word, String.class))
        .collect(Collectors.joining(", "));
  }
}
