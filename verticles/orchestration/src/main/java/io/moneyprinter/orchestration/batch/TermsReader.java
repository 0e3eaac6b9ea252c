package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.batch.BatchOptions;
import io.moneyprinter.codecs.batch.OnInvalid;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Puts together what holds for all rows: what stands in the content goes before what was said
 * beside it, and that before the node's settings.
 */
final class TermsReader {
  private static final Set<String> KEYS =
      Set.of("name", "base", "variants", "onInvalid", "priority", "openJobs");
  private static final int MAX_NAME = 200;

  private final BatchConfig config;

  TermsReader(BatchConfig config) {
    this.config = config;
  }

  /**
   * Reads both.
   *
   * @param inside what stood beside the rows
   * @throws ServiceFailure {@code INVALID} with everything that is wrong
   */
  BatchTerms read(ObjectNode inside, BatchOptions beside) {
    List<Violation> faults = new ArrayList<>();
    inside
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                faults.add(
                    new Violation(
                        "/" + key,
                        "There is no key '"
                            + key
                            + "' beside the rows; known are rows, name, base,"
                            + " variants, onInvalid, priority and openJobs"));
              }
            });
    String name = inside.has("name") ? inside.get("name").asText() : beside.name();
    if (name != null && (name.isBlank() || name.length() > MAX_NAME || name.indexOf('\0') >= 0)) {
      faults.add(new Violation("/name", "must be 1 to " + MAX_NAME + " characters"));
    }
    JsonNode base = inside.has("base") ? inside.get("base") : tree(beside.base(), "/base", faults);
    if (base != null && !base.isObject()) {
      faults.add(new Violation("/base", "must be an object, such as a brief is"));
    }
    JsonNode variants =
        inside.has("variants")
            ? inside.get("variants")
            : tree(beside.variants(), "/variants", faults);
    OnInvalid onInvalid =
        word(inside, "onInvalid", OnInvalid.class, beside.onInvalid(), OnInvalid.REFUSE, faults);
    Priority priority =
        word(inside, "priority", Priority.class, beside.priority(), Priority.LOW, faults);
    int openJobs = openJobs(inside, beside, faults);
    if (!faults.isEmpty()) {
      throw ServiceFailure.invalid("The batch cannot be carried out as it is", faults);
    }
    ObjectNode object = base == null ? RecordJson.strict().createObjectNode() : (ObjectNode) base;
    return new BatchTerms(name, object, variants, onInvalid, priority, openJobs);
  }

  private int openJobs(ObjectNode inside, BatchOptions beside, List<Violation> faults) {
    int open = beside.openJobs() == null ? config.openJobs() : beside.openJobs();
    if (inside.has("openJobs")) {
      open = inside.get("openJobs").isInt() ? inside.get("openJobs").intValue() : 0;
    }
    if (open < 1 || open > BatchConfig.MOST_OPEN) {
      faults.add(
          new Violation("/openJobs", "must be a whole number, 1 to " + BatchConfig.MOST_OPEN));
    }
    return open;
  }

  private static JsonNode tree(String json, String pointer, List<Violation> faults) {
    try {
      return json == null ? null : RecordJson.strict().readTree(json);
    } catch (JsonProcessingException e) {
      faults.add(new Violation(pointer, "is no JSON: " + e.getOriginalMessage()));
      return null;
    }
  }

  private static <E extends Enum<E>> E word(
      ObjectNode inside, String key, Class<E> type, E beside, E fallback, List<Violation> faults) {
    if (!inside.has(key)) {
      return beside == null ? fallback : beside;
    }
    String word = inside.get(key).asText();
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseGet(
            () -> {
              faults.add(
                  new Violation(
                      "/" + key,
                      "must be one of "
                          + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
              return fallback;
            });
  }
}
