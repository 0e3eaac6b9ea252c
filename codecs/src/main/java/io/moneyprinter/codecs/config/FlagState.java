package io.moneyprinter.codecs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a flag is set: {@code true}, {@code false}, or for all but some tenants, as in {@code {"on":
 * false, "except": ["acme"]}}.
 *
 * @param except tenants for which the opposite holds
 */
public record FlagState(boolean on, List<String> except) {
  /** On for everybody. */
  public static final FlagState USUAL = new FlagState(true, List.of());

  private static final int MOST_TENANTS = 1000;

  public FlagState {
    except = except == null ? List.of() : List.copyOf(except);
  }

  /**
   * @param tenant {@code null} where there is none yet
   */
  public boolean on(String tenant) {
    return tenant != null && except.contains(tenant) ? !on : on;
  }

  /** Of the JSON that it is kept as; empty for what is no state of a flag. */
  public static Optional<FlagState> read(String json) {
    try {
      return of(RecordJson.wire().readTree(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<FlagState> of(JsonNode value) {
    if (value.isBoolean()) {
      return Optional.of(new FlagState(value.booleanValue(), List.of()));
    }
    JsonNode except = value.path("except");
    boolean whole = value.isObject() && value.path("on").isBoolean() && except.isArray();
    if (!whole || value.size() != 2 || except.size() > MOST_TENANTS) {
      return Optional.empty();
    }
    List<String> tenants = new ArrayList<>();
    for (JsonNode tenant : except) {
      if (!tenant.isTextual() || tenant.textValue().isBlank()) {
        return Optional.empty();
      }
      tenants.add(tenant.textValue());
    }
    return Optional.of(new FlagState(value.path("on").booleanValue(), tenants));
  }
}
