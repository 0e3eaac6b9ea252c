package io.moneyprinter.gateway.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.MappingFault;
import io.moneyprinter.codecs.json.RecordJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

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
    // Looking a record's parts up takes milliseconds, of dozens of routes that may never be called.
    this.reader =
        RecordJson.strict()
            .reader()
            .without(DeserializationFeature.EAGER_DESERIALIZER_FETCH)
            .forType(type);
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
      Violation fault = MappingFault.of(e);
      throw ServiceFailure.invalid(
          fault.pointer(), hints.getOrDefault(fault.pointer(), fault.message()));
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
}
