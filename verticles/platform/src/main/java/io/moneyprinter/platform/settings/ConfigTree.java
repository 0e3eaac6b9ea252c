package io.moneyprinter.platform.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Written settings by full key, later layers over earlier ones, each with where it was written. */
public final class ConfigTree {
  /**
   * A written value.
   *
   * @param items one for a plain value, any number for a list
   * @param list whether it was written as a list
   * @param origin such as {@code application.yaml line 12}
   */
  public record Written(List<String> items, boolean list, String origin) {
    public Written {
      items = List.copyOf(items);
    }

    String single() {
      return items.isEmpty() ? "" : items.get(0);
    }
  }

  private final Map<String, Written> values = new LinkedHashMap<>();

  /** Lays one value over what stands there. */
  public ConfigTree put(String key, Written value) {
    values.put(key, value);
    return this;
  }

  /** Lays a whole tree over this one. */
  public ConfigTree overlay(ConfigTree upper) {
    values.putAll(upper.values);
    return this;
  }

  /** What was written under a key, if anything. */
  public Optional<Written> written(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The names that stand directly below a key, in the order in which they were written. */
  List<String> names(String key) {
    return values.keySet().stream()
        .filter(full -> full.startsWith(key + "."))
        .map(full -> full.substring(key.length() + 1))
        .filter(rest -> rest.contains("."))
        .map(rest -> rest.substring(0, rest.indexOf('.')))
        .distinct()
        .toList();
  }

  Map<String, Written> all() {
    return values;
  }
}
