package io.moneyprinter.codecs.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * How records become JSON and CBOR. Instants are ISO-8601 text, absent values are left out, object
 * keys keep their declared order.
 */
public final class RecordJson {
  private static final ObjectMapper WIRE = lenient(new JsonFactory());
  private static final ObjectMapper CBOR = lenient(new CBORFactory());
  private static final ObjectMapper STRICT = strict(new JsonFactory());

  private RecordJson() {}

  /** JSON between machines: unknown fields are passed over, so a newer sender is understood. */
  public static ObjectMapper wire() {
    return WIRE;
  }

  /** CBOR between nodes (RFC 8949), with the same rules as {@link #wire()}. */
  public static ObjectMapper cbor() {
    return CBOR;
  }

  /** JSON from people: an unknown field is an error, because it is most likely a typing mistake. */
  public static ObjectMapper strict() {
    return STRICT;
  }

  /** The rules of {@link #strict()} for another format, such as YAML. */
  public static ObjectMapper strict(JsonFactory format) {
    return common(JsonMapper.builder(format))
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .build();
  }

  private static ObjectMapper lenient(JsonFactory format) {
    return common(JsonMapper.builder(format))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static <B extends MapperBuilder<?, B>> B common(B builder) {
    return builder
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .serializationInclusion(JsonInclude.Include.NON_NULL);
  }
}
