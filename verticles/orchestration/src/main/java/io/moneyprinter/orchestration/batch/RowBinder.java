package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.MergePatch;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.stream.Collectors;

/** Makes a brief of the base, a row, and a variant, each a merge patch (RFC 7396) of the former. */
final class RowBinder {
  /** Numbers and truth values have to be such. */
  static final RowBinder STRICT = new RowBinder(RecordJson.strict());

  /** Numbers and truth values may be written as text, as they are where there is only text. */
  static final RowBinder OF_TEXT =
      new RowBinder(
          ((JsonMapper) RecordJson.strict())
              .rebuild()
              .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
              .build());

  private final ObjectMapper mapper;

  private RowBinder(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The brief.
   *
   * @param variant {@code null} for none
   * @param seed for a brief that has none
   * @throws ServiceFailure {@code INVALID} when what comes of it is none
   */
  VideoBrief bind(JsonNode base, JsonNode patch, JsonNode variant, long seed) {
    JsonNode row = MergePatch.apply(base, patch);
    JsonNode whole = variant == null ? row : MergePatch.apply(row, variant);
    StorableText.fault(whole)
        .ifPresent(
            fault -> {
              throw ServiceFailure.invalid(fault.pointer(), fault.message());
            });
    try {
      VideoBrief brief = mapper.treeToValue(whole, VideoBrief.class);
      boolean open = brief.seed() == null && brief.timeline() == null;
      return open ? brief.but().seed(seed).build() : brief;
    } catch (JsonMappingException e) {
      throw ServiceFailure.invalid(pointer(e), sentence(e));
    } catch (JsonProcessingException e) {
      throw ServiceFailure.invalid("", e.getOriginalMessage());
    }
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(at -> "/" + (at.getFieldName() == null ? at.getIndex() : at.getFieldName()))
        .collect(Collectors.joining());
  }

  private static String sentence(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "There is no key '%s' here; known are %s"
          .formatted(
              unknown.getPropertyName(),
              unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (e.getCause() instanceof IllegalArgumentException own && own.getMessage() != null) {
      return own.getMessage();
    }
    return e.getOriginalMessage()
        .replaceAll("`?(java|io)\\.[\\w.$]*\\.(\\w+)`?", "$2")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
